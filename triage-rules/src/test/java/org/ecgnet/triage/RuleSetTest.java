package org.ecgnet.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleSetTest {

    @Test
    void everyRuleOfTheCatalogueThatIsBuiltStandsInTheListOnce() {
        assertThat(RuleSet.all())
                .extracting(TriageRule::id)
                .containsExactly(
                        "R01", "R02", "R03", "R04", "R05", "R06", "R07", "R09", "R11", "R18", "R19", "Y03", "Y09");
    }
}
