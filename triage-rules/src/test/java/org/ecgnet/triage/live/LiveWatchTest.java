package org.ecgnet.triage.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.sim.heart.SimulatedEcg;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LiveWatchTest {

    private static final SampleRate RATE = new SampleRate(500);

    @ParameterizedTest(name = "{0} rings {1} within 10 s, once")
    @CsvSource({"VF, R03", "VT, R05", "ASYSTOLE, R01"})
    void aLethalRhythmRingsOnceWithinTenSeconds(Scenario scenario, String rule) {
        for (int seed = 1; seed <= 3; seed++) {
            Map<Integer, List<String>> rung = watch(scenario, seed, 30);

            assertThat(rung.values()).as("seed %d", seed).containsExactly(List.of(rule));
            assertThat(rung.keySet()).as("seed %d", seed).allMatch(second -> second <= 10);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {
                "NORMAL",
                "SINUS_BRADYCARDIA",
                "SINUS_TACHYCARDIA",
                "AF",
                "SVT",
                "COMPLETE_AV_BLOCK",
                "LBBB",
                "RBBB",
                "ECTOPY",
                "ANTERIOR_STEMI",
                "INFERIOR_STEMI",
                "LONG_QT",
                "LEAD_OFF"
            })
    void everyOtherRhythmIsSilentForAMinute(Scenario scenario) {
        assertThat(watch(scenario, 1, 60)).isEmpty();
    }

    @Test
    void beatsInTheEvidenceAreSamplesOfTheExam() {
        SimulatedEcg ecg = Hearts.recording(Scenario.ASYSTOLE, 1, 12, RATE);
        LiveWatch watch = watchOf(ecg);
        List<Finding> found = new ArrayList<>();
        for (int second = 0; second < 12; second++) {
            found.addAll(watch.next(chunk(ecg, second), Set.of()));
        }

        assertThat(found).hasSize(1);
        assertThat(found.get(0).evidence().get(0).beatSamples()).allMatch(sample -> sample < 3 * RATE.hertz() + 250);
    }

    @Test
    void isBlindWhileEveryElectrodeIsOff() {
        SimulatedEcg ecg = Hearts.recording(Scenario.ASYSTOLE, 1, 12, RATE);
        LiveWatch watch = watchOf(ecg);
        List<Finding> found = new ArrayList<>();
        for (int second = 0; second < 12; second++) {
            found.addAll(watch.next(chunk(ecg, second), Set.copyOf(Lead.STANDARD_12)));
        }

        assertThat(found).isEmpty();
        assertThat(watch.blind()).isTrue();
    }

    @Test
    void anEpisodeRingsAgainOnlyAfterItHasEnded() {
        Episode episode = new Episode(2, 3);
        boolean[] looks = {true, true, true, false, false, true, true, false, false, false, true, true};
        List<Integer> began = new ArrayList<>();
        for (int k = 0; k < looks.length; k++) {
            if (episode.begins(looks[k])) {
                began.add(k);
            }
        }

        assertThat(began).containsExactly(1, 11);
    }

    @Test
    void aChunkOfAnotherNumberOfLeadsIsRefused() {
        LiveWatch watch = new LiveWatch(RuleProfile.DEFAULT, RATE, List.of(Lead.II), List.of(LeadScale.MICROVOLT));

        assertThatThrownBy(() -> watch.next(new int[2][500], Set.of())).hasMessageContaining("expected: 1");
    }

    private static Map<Integer, List<String>> watch(Scenario scenario, int seed, int seconds) {
        SimulatedEcg ecg = Hearts.recording(scenario, seed, seconds, RATE);
        LiveWatch watch = watchOf(ecg);
        Map<Integer, List<String>> rung = new TreeMap<>();
        for (int second = 0; second < seconds; second++) {
            int from = second * RATE.hertz();
            Set<Lead> off = Set.copyOf(ecg.recording().marks().leadsOff().stream()
                    .filter(stretch -> stretch.from() < from + RATE.hertz() && stretch.to() > from)
                    .map(stretch -> stretch.lead())
                    .toList());
            List<Finding> found = watch.next(chunk(ecg, second), off);
            if (!found.isEmpty()) {
                rung.put(second + 1, found.stream().map(Finding::rule).toList());
            }
        }
        return rung;
    }

    private static LiveWatch watchOf(SimulatedEcg ecg) {
        List<Lead> leads = ecg.recording().waveform().leads();
        return new LiveWatch(
                RuleProfile.DEFAULT, RATE, leads, ecg.recording().waveform().scales());
    }

    private static int[][] chunk(SimulatedEcg ecg, int second) {
        int[][] all = ecg.recording().waveform().counts();
        return Arrays.stream(all)
                .map(lead -> Arrays.copyOfRange(lead, second * RATE.hertz(), (second + 1) * RATE.hertz()))
                .toArray(int[][]::new);
    }
}
