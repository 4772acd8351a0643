package org.ecgnet.triage.conduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.AlternatingBlock;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConductionRulesTest {

    private static final Symptoms SYNCOPE = new Symptoms(false, true, false, false);
    private static final Symptoms CHEST_PAIN = new Symptoms(true, false, false, false);

    @ParameterizedTest(name = "{0}, QRS {1} ms: {2}")
    @CsvSource({"LBBB, 118, ''", "LBBB, 120, LBBB", "RBBB, 118, ''", "RBBB, 120, RBBB"})
    void aCompleteBlockIsYellowFrom120(String code, double qrs, String said) {
        assertThat(codes(new BundleBranchBlockRule(), Cases.normal().qrs(qrs).statement(code, 0.9)))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "{0} and {1}, PR {2} ms: {3}")
    @CsvSource({
        "RBBB, LAFB, 202, true",
        "RBBB, LAFB, 200, false",
        "RBBB, LPFB, 202, true",
        "LBBB, SR, 202, true",
        "RBBB, SR, 202, false",
        "LAFB, SR, 202, false",
    })
    void aBifascicularBlockWithALongPrIsYellowAfterSyncope(String one, String other, double pr, boolean said) {
        Cases ecg = Cases.normal().qrs(140).pr(pr).statement(one, 0.9).statement(other, 0.9);

        assertThat(codes(new BifascicularBlockRule(), ecg.with(SYNCOPE)))
                .isEqualTo(said ? "BIFASCICULAR_BLOCK_LONG_PR" : "");
        assertThat(codes(new BifascicularBlockRule(), ecg.with(CHEST_PAIN))).isEmpty();
    }

    @ParameterizedTest(name = "score {0}: {1}")
    @CsvSource({"0.49, ''", "0.5, PRE_EXCITATION"})
    void preExcitationIsYellowOnceClaimed(double score, String said) {
        Cases ecg = Cases.normal().pr(100).qrs(120).statement("WPW", score);

        assertThat(codes(new PreExcitationRule(), ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "PR {0}, QRS {1} ms: {2}")
    @CsvSource({"120, 110, PRE_EXCITATION", "122, 110, ''", "120, 108, ''"})
    void theCountysNumbersOfPreExcitationCount(double pr, double qrs, String said) {
        Cases ecg = Cases.normal().pr(pr).qrs(qrs).statement("WPW", 0.9);

        assertThat(codes(new PreExcitationRule(), ecg)).isEqualTo(said);
    }

    @Test
    void preExcitedFibrillationIsLeftToItsOwnRule() {
        Cases ecg = Cases.normal().statement("WPW", 0.9).statement("AF", 0.9);

        assertThat(codes(new PreExcitationRule(), ecg)).isEmpty();
    }

    @ParameterizedTest(name = "{0} beats with the left and {1} with the right bundle blocked: {2}")
    @CsvSource({"2, 2, ALTERNATING_BUNDLE_BRANCH_BLOCK", "2, 1, ''", "1, 2, ''"})
    void blocksByTurnsTakeTwoBeatsOfEach(int left, int right, String said) {
        Verdict verdict = new BifascicularBlockRule().judge(AlternatingBlock.ecg(left, right), RuleProfile.DEFAULT);

        assertThat(codes(verdict)).isEqualTo(said);
    }

    private static String codes(TriageRule rule, Cases ecg) {
        return codes(rule.judge(ecg.ecg(), RuleProfile.DEFAULT));
    }

    private static String codes(Verdict verdict) {
        return verdict instanceof Verdict.Present present
                ? present.findings().stream().map(finding -> finding.code()).collect(Collectors.joining(" "))
                : "";
    }
}
