package org.ecgnet.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds of every finding of every rule. */
class FindingWordsTest {

    @Test
    void everyFindingCanBeChecked() {
        for (Map.Entry<String, Cases> one : VerdictCases.all().entrySet()) {
            for (TriageRule rule : RuleSet.all()) {
                Verdict verdict = rule.judge(one.getValue().ecg(), RuleProfile.DEFAULT);

                assertThat(rule.id()).matches("[RY]\\d\\db?");
                assertThat(verdict).as("%s on %s", rule.id(), one.getKey()).isNotNull();
                if (verdict instanceof Verdict.Present present) {
                    assertThat(present.findings()).allSatisfy(finding -> {
                        assertThat(finding.rule()).matches("[RY]\\d\\db?");
                        assertThat(finding.chinese()).matches(".*[一-龥].*。");
                        assertThat(finding.english()).matches("[A-Z0-9].*\\.");
                        assertThat(finding.score()).isBetween(0.5, 1.0);
                        assertThat(finding.evidence()).isNotEmpty().allSatisfy(evidence -> assertThat(evidence.value())
                                .isFinite());
                    });
                }
            }
        }
    }
}
