package org.ecgnet.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriageTest {

    private static final Patient MAN_60 = Patient.of(Sex.MALE, 60);

    private final Triage triage = new Triage(RuleProfile.DEFAULT);

    @Test
    void aFlatTraceWithItsElectrodesOnIsAsystole() {
        Reading reading = triage.read(flat(), MAN_60, Symptoms.NONE);

        assertThat(reading.level()).isEqualTo(TriageLevel.RED);
        assertThat(reading.hard()).isTrue();
        assertThat(reading.findings()).extracting(Finding::rule).contains("R01");
    }

    @Test
    void aRuleThatThrowsRaisesTheExamAndSaysSo() {
        Triage broken = new Triage(RuleProfile.DEFAULT, List.of(new ThrowingRule()));

        Reading reading = broken.read(normal(500).recording(), MAN_60, Symptoms.NONE);

        assertThat(reading.level()).isEqualTo(TriageLevel.YELLOW);
        assertThat(reading.findings()).extracting(Finding::english).anyMatch(text -> text.contains("R99"));
    }

    @Test
    void anUnknownPatientIsSaidSo() {
        Reading reading = triage.read(normal(500).recording(), Patient.UNKNOWN, Symptoms.NONE);

        assertThat(reading.cannotJudge())
                .extracting(Reading.Limitation::english)
                .anyMatch(t -> t.startsWith("Age or sex"));
        assertThat(reading.level()).isEqualTo(TriageLevel.GREEN);
    }

    @Test
    void aRecordingAFifthOfItsSizeIsDoubted() {
        Recording right = normal(500).recording();
        Recording small = Recording.of(
                Instant.EPOCH,
                new Waveform(
                        right.waveform().rate(),
                        right.waveform().leads(),
                        right.waveform().scales().stream()
                                .map(scale -> new LeadScale(scale.microvoltsPerCount() / 5, scale.baselineCounts()))
                                .toList(),
                        right.waveform().counts()));

        Reading reading = triage.read(small, MAN_60, Symptoms.NONE);

        assertThat(reading.level()).isEqualTo(TriageLevel.GREY);
        assertThat(reading.quality().reasons())
                .extracting(QualityReport.Reason::code)
                .contains("GAIN_TOO_SMALL");
    }

    @Test
    void aLostArmElectrodeIsNamed() {
        Recording recording =
                Hearts.recording(Scenario.LEAD_OFF, 1, 10, new SampleRate(500)).recording();

        assertThat(triage.read(recording, MAN_60, Symptoms.NONE).quality().reasons())
                .extracting(QualityReport.Reason::english)
                .anyMatch(text -> text.contains("left arm electrode (yellow, L)"));
    }

    @Test
    void lessThanEightSecondsAreNeverGreen() {
        Recording recording =
                Hearts.recording(Scenario.NORMAL, 1, 7, new SampleRate(500)).recording();

        assertThat(triage.read(recording, MAN_60, Symptoms.NONE).level()).isEqualTo(TriageLevel.GREY);
    }

    @Test
    void oneLeadIsReadAndTheOthersAreNamedAsMissing() {
        Recording recording = Hearts.recording(Scenario.VF, 1, 10, new SampleRate(500), List.of(Lead.II))
                .recording();

        Reading reading = triage.read(recording, MAN_60, Symptoms.NONE);

        assertThat(reading.level()).isEqualTo(TriageLevel.RED);
        assertThat(reading.cannotJudge())
                .extracting(Reading.Limitation::english)
                .anyMatch(t -> t.contains("V1"));
    }

    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(ints = {125, 250, 360, 400, 500, 1000})
    void anySamplingRateGivesTheSameNumbers(int hertz) {
        Measurements m =
                triage.read(normal(hertz).recording(), MAN_60, Symptoms.NONE).measurements();

        assertThat(m.heartRateBpm().orElseThrow()).isBetween(70.0, 74.0);
        assertThat(m.qrsMillis().orElseThrow()).isBetween(84.0, 118.0);
        assertThat(m.qtMillis().orElseThrow()).isBetween(360.0, 415.0);
    }

    @Test
    void anUnknownProfileIsRefusedByName() {
        assertThatThrownBy(() -> RuleProfile.named("NONSENSE"))
                .hasMessageContaining("NONSENSE")
                .hasMessageContaining("DEFAULT");
    }

    private static org.ecgnet.sim.heart.SimulatedEcg normal(int hertz) {
        return Hearts.recording(Scenario.NORMAL, 1, 10, new SampleRate(hertz));
    }

    private static Recording flat() {
        int leads = Lead.INDEPENDENT_8.size();
        return Recording.of(
                Instant.EPOCH,
                new Waveform(
                        new SampleRate(500),
                        Lead.INDEPENDENT_8,
                        Collections.nCopies(leads, LeadScale.MICROVOLT),
                        new int[leads][5000]));
    }

    private static final class ThrowingRule implements TriageRule {
        @Override
        public String id() {
            return "R99";
        }

        @Override
        public Verdict judge(EcgCase ecg, RuleProfile profile) {
            throw new IllegalStateException("broken");
        }
    }
}
