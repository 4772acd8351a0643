package org.ecgnet.triage.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Beat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacemakerFailureRuleTest {

    private static final int BEFORE_R = 40;

    @ParameterizedTest(name = "{0} pulses without a beat, longest RR {1} ms, rate {2}: {3}")
    @CsvSource({
        "2, 3000, 60, R25 PACING_WITHOUT_CAPTURE",
        "2, 2999, 60, Y15 PACING_CAPTURE_FAULT",
        "2, 2000, 35.0, R25 PACING_WITHOUT_CAPTURE",
        "2, 2000, 35.1, Y15 PACING_CAPTURE_FAULT",
        "1, 3000, 60, Y15 PACING_CAPTURE_FAULT",
        "0, 2000, 60, Y15 PACED_FIRST_FOUND",
    })
    void twoPulsesWithoutABeatAreCriticalWithAPauseOrASlowRate(int lost, double rr, double rate, String said) {
        List<Beat> beats = new ArrayList<>();
        List<Integer> pulses = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            pulses.add(250 + 400 * k - BEFORE_R);
            if (k < 3 || k >= 3 + lost) {
                beats.add(new Beat(250 + 400 * k, Beat.Kind.NORMAL, true));
            }
        }
        // Cases says that the longest RR lies between samples 200 and 700
        Cases ecg = Cases.normal()
                .rate(rate)
                .longestRr(rr)
                .beats(beats)
                .pulses(pulses)
                .statement("PACED", 0.9);

        assertThat(said(ecg)).isEqualTo(said);
    }

    @Test
    void aPauseWithoutAnyPulseIsCritical() {
        List<Beat> beats = List.of(new Beat(150, Beat.Kind.NORMAL, true), new Beat(2000, Beat.Kind.NORMAL, true));
        Cases ecg = Cases.normal().longestRr(3000).beats(beats).pulses(List.of(110, 1960));

        assertThat(said(ecg)).isEqualTo("R25 PACING_WITHOUT_OUTPUT");
    }

    @Test
    void aPulseShortlyBehindABeatOfTheHeartsOwnIsASenseFault() {
        List<Beat> beats = List.of(
                new Beat(300, Beat.Kind.NORMAL, true),
                new Beat(700, Beat.Kind.OTHER, false),
                new Beat(1300, Beat.Kind.NORMAL, true));
        Cases ecg = Cases.normal().beats(beats).pulses(List.of(260, 800, 1260)).statement("PACED", 0.7);

        assertThat(said(ecg)).isEqualTo("Y15 PACING_SENSE_FAULT");
    }

    @Test
    void withoutPulsesNothingIsSaid() {
        assertThat(said(Cases.normal().longestRr(4000))).isEmpty();
    }

    private static String said(Cases ecg) {
        Verdict verdict = new PacemakerFailureRule().judge(ecg.ecg(), RuleProfile.DEFAULT);
        if (!(verdict instanceof Verdict.Present present)) {
            return "";
        }
        Finding finding = present.findings().get(0);
        return finding.rule() + " " + finding.code();
    }
}
