package org.ecgnet.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RehearsalTest {

    /** What has never run is loaded with a patient waiting. */
    @Test
    void theInventedHeartsGoThroughSinusRhythmFibrillationAndWideQrs() {
        Seen seen = new Seen();

        Rehearsal.of(new Triage(RuleProfile.DEFAULT, List.of(seen)), 10);

        assertThat(seen.readings).isEqualTo(10);
        assertThat(seen.claimed).contains("SR", "AF", "VF");
        assertThat(seen.widestMillis).isGreaterThan(120);
    }

    /** Notes what the engine made of each recording. */
    private static final class Seen implements TriageRule {

        private final Set<String> claimed = new TreeSet<>();
        private int readings;
        private double widestMillis;

        @Override
        public String id() {
            return "SEEN";
        }

        @Override
        public Verdict judge(EcgCase ecg, RuleProfile profile) {
            readings++;
            Stream.of("SR", "AF", "VF").filter(ecg.scores()::claimed).forEach(claimed::add);
            widestMillis = Math.max(widestMillis, ecg.measured().qrsMillis().orElse(0));
            return Verdict.absent("only looks");
        }
    }
}
