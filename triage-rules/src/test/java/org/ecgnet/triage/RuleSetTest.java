package org.ecgnet.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleSetTest {

    @Test
    void everyRuleOfTheCatalogueThatIsBuiltStandsInTheListOnce() {
        assertThat(RuleSet.all())
                .extracting(TriageRule::id)
                .containsExactly(
                        "R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12", "R13",
                        "R14", "R15", "R16", "R17", "R18", "R19", "R20", "R21", "R22", "R23", "R24", "R25", "R26",
                        "R27", "Y03", "Y05b", "Y06", "Y07", "Y08", "Y09", "Y11", "Y12", "Y14", "Y16", "Y17");
    }
}
