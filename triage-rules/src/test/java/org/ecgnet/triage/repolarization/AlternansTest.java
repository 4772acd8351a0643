package org.ecgnet.triage.repolarization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.hypertrophy.TamponadeRule;
import org.ecgnet.triage.measure.Beat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlternansTest {

    private static final List<Lead> LEADS = List.of(Lead.II, Lead.V3, Lead.V4);

    /** The height of T is its mean over 24 ms: 3 % below the peak of this one. */
    @ParameterizedTest(name = "difference {0} uV in {1} leads over {2} beats: {3}")
    @CsvSource({"101, 2, 8, false", "105, 2, 8, true", "105, 1, 8, false", "200, 3, 6, true", "200, 3, 5, false"})
    void tAlternansIsRedFromATenthOfAMillivoltInTwoLeadsOverSixBeats(
            double difference, int leads, int beats, boolean red) {
        Verdict verdict = new TAlternansRule().judge(ecg(leads, beats, difference, 0, 0), RuleProfile.DEFAULT);

        assertThat(verdict instanceof Verdict.Present).isEqualTo(red);
    }

    @ParameterizedTest(name = "QRS differs by {0} of itself in {1} leads over {2} beats: {3}")
    @CsvSource({"0.195, 3, 8, false", "0.205, 3, 8, true", "0.3, 2, 8, false", "0.3, 3, 6, true", "0.3, 3, 5, false"})
    void qrsAlternansIsYellowFromAFifthInThreeLeadsOverSixBeats(double share, int leads, int beats, boolean said) {
        Verdict verdict = new TamponadeRule().judge(ecg(leads, beats, 0, share, 0), RuleProfile.DEFAULT);

        assertThat(verdict instanceof Verdict.Present).isEqualTo(said);
    }

    @Test
    void beatsOfOneTurnThatDifferAreNoise() {
        Verdict verdict = new TAlternansRule().judge(ecg(3, 8, 200, 0, 150), RuleProfile.DEFAULT);

        assertThat(verdict).isInstanceOf(Verdict.Absent.class);
    }

    @Test
    void bigeminyOfTheAtriaIsNotAsked() {
        Verdict verdict =
                new TAlternansRule().judge(Cases.normal().statement("AF", 0.9).ecg(), RuleProfile.DEFAULT);

        assertThat(verdict).isInstanceOf(Verdict.Absent.class);
    }

    /**
     * Beats a second apart, alternating in so many of the leads.
     *
     * @param uneven how far the beats of one turn differ among themselves, in microvolts of T
     */
    private static org.ecgnet.triage.EcgCase ecg(int leads, int alternating, double t, double qrs, double uneven) {
        double[][] x = new double[LEADS.size()][6500];
        List<Beat> beats = new ArrayList<>();
        for (int b = 0; b < 11; b++) {
            int r = 200 + 500 * b;
            beats.add(new Beat(r, Beat.Kind.NORMAL, false));
            // the last beat has no next one to take its level from; those before the run are all alike
            boolean low = b >= 10 - alternating + 1 && (10 - b) % 2 == 1;
            for (int lead = 0; lead < x.length; lead++) {
                boolean turn = low && lead < leads;
                double own = 400 - (turn ? t : 0) + (b % 4 < 2 ? uneven : 0);
                double height = 1000 * (turn ? 1 - qrs / 2 : 1 + (lead < leads ? qrs / 2 : 0));
                add(x[lead], r + 2, 5, height);
                add(x[lead], r - 20 + 160, 14, own);
            }
        }
        return Cases.normal()
                .signals(LEADS, x)
                .median(LEADS, new double[LEADS.size()][500])
                .beats(beats)
                .ecg();
    }

    private static void add(double[] x, int middle, double sigma, double height) {
        for (int i = Math.max(0, middle - 70); i < Math.min(x.length, middle + 70); i++) {
            x[i] += height * Math.exp(-Math.pow((i - middle) / sigma, 2) / 2);
        }
    }
}
