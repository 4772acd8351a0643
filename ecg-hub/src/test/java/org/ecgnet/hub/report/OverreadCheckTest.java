package org.ecgnet.hub.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecgnet.hub.report.Overreads.RED;
import static org.ecgnet.hub.report.Overreads.SINUS;
import static org.ecgnet.hub.report.Overreads.YELLOW;
import static org.ecgnet.hub.report.Overreads.accepted;
import static org.ecgnet.hub.report.Overreads.because;
import static org.ecgnet.hub.report.Overreads.rejected;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.report.ReportRefusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverreadCheckTest {

    @Test
    void aPlainExamIsSignedOnceItsClaimIsAccepted() {
        assertThat(problem(List.of(SINUS), TriageLevel.GREEN, Overreads.of(TriageLevel.GREEN, accepted(SINUS))))
                .isEmpty();
    }

    @Test
    void everyClaimMustBeJudged() {
        assertThat(problem(
                        List.of(YELLOW, SINUS), TriageLevel.YELLOW, Overreads.of(TriageLevel.YELLOW, accepted(SINUS))))
                .contains(Reason.UNJUDGED);
    }

    @Test
    void aClaimThatTheMachineDidNotMakeOrThatIsJudgedTwiceIsRefused() {
        assertThat(problem(
                        List.of(SINUS),
                        TriageLevel.GREEN,
                        Overreads.of(TriageLevel.GREEN, accepted(SINUS), accepted(YELLOW))))
                .contains(Reason.UNJUDGED);
        assertThat(problem(
                        List.of(SINUS),
                        TriageLevel.GREEN,
                        Overreads.of(TriageLevel.GREEN, accepted(SINUS), accepted(SINUS))))
                .contains(Reason.UNJUDGED);
    }

    @Test
    void aCriticalClaimIsNeverAcceptedInPassing() {
        var inPassing = new Judged(RED.key(), Decision.ACCEPTED, "", false);

        assertThat(problem(List.of(RED), TriageLevel.RED, Overreads.of(TriageLevel.RED, inPassing)))
                .contains(Reason.RED_NEEDS_CHOICE);
        assertThat(problem(List.of(RED), TriageLevel.RED, Overreads.of(TriageLevel.RED, accepted(RED))))
                .isEmpty();
    }

    @Test
    void rejectingACriticalClaimNeedsItsReasonAndAnEditItsWords() {
        assertThat(problem(
                        List.of(RED, SINUS),
                        TriageLevel.RED,
                        Overreads.of(TriageLevel.RED, rejected(RED, " "), accepted(SINUS))))
                .contains(Reason.WORDS_MISSING);
        assertThat(problem(
                        List.of(SINUS),
                        TriageLevel.GREEN,
                        Overreads.of(TriageLevel.GREEN, new Judged("SR", Decision.EDITED, "", false))))
                .contains(Reason.WORDS_MISSING);
    }

    @Test
    void aReportThatSaysNothingIsRefused() {
        var nothing = Overreads.of(TriageLevel.GREEN, rejected(SINUS, ""));

        assertThat(problem(List.of(SINUS), TriageLevel.GREEN, nothing)).contains(Reason.EMPTY);
        assertThat(problem(List.of(SINUS), TriageLevel.GREEN, Overreads.concluded(nothing, "正常心电图")))
                .isEmpty();
        assertThat(problem(
                        List.of(SINUS),
                        TriageLevel.GREEN,
                        Overreads.added(nothing, new Phrase("AF", "心房颤动", "atrial fibrillation"))))
                .isEmpty();
    }

    @ParameterizedTest(name = "machine {0}, reader {1}: needs a reason {2}")
    @CsvSource({
        "RED, YELLOW, true",
        "YELLOW, GREEN, true",
        "YELLOW, GREY, true",
        "GREY, GREEN, true",
        "GREEN, GREEN, false",
        "GREEN, YELLOW, false",
        "YELLOW, RED, false",
        "GREY, YELLOW, false",
    })
    void aLowerColourNeedsAReason(TriageLevel machine, TriageLevel reader, boolean needs) {
        var silent = Overreads.of(reader, accepted(SINUS));

        assertThat(problem(List.of(SINUS), machine, silent).filter(Reason.LEVEL_REASON_MISSING::equals))
                .isEqualTo(needs ? Optional.of(Reason.LEVEL_REASON_MISSING) : Optional.empty());
        assertThat(problem(List.of(SINUS), machine, because(silent, "早复极", ""))).isEmpty();
    }

    @Test
    void noReasonLowersTheColourOfAnOpenCase() {
        var lower = because(Overreads.of(TriageLevel.YELLOW, rejected(RED, "伪差"), accepted(SINUS)), "伪差", "");

        assertThat(OverreadCheck.problem(List.of(RED, SINUS), TriageLevel.RED, lower, false, true)
                        .map(ReportRefusal::reason))
                .contains(Reason.RED_CASE_OPEN);
        assertThat(OverreadCheck.problem(List.of(RED, SINUS), TriageLevel.RED, lower, false, false))
                .isEmpty();
    }

    @Test
    void anAmendmentSaysWhy() {
        var amended = Overreads.of(TriageLevel.GREEN, accepted(SINUS));

        assertThat(OverreadCheck.problem(List.of(SINUS), TriageLevel.GREEN, amended, true, false)
                        .map(ReportRefusal::reason))
                .contains(Reason.AMENDMENT_REASON_MISSING);
        assertThat(OverreadCheck.problem(List.of(SINUS), TriageLevel.GREEN, because(amended, "", "补充诊断"), true, false))
                .isEmpty();
    }

    private static Optional<Reason> problem(List<MachineClaim> claims, TriageLevel machine, Overread overread) {
        return OverreadCheck.problem(claims, machine, overread, false, false).map(ReportRefusal::reason);
    }
}
