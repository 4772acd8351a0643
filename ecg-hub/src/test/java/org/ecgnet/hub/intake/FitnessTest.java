package org.ecgnet.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.hub.TestExam;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitnessTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void everyMessageOfAnOrdinaryExamIsFit() {
        for (UplinkMessage message : TestExam.of(1, 3).messages()) {
            assertThat(Fitness.complaint(message)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2000-01-01T00:00:00Z", "2038-01-19T03:14:08Z"})
    void aClinicsClockThatIsYearsOffIsNoReasonToRefuse(String time) {
        assertThat(Fitness.complaint(started(Instant.parse(time), "Li", Lead.II)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "2200-01-01T00:00:01Z", "-4800-01-01T00:00:00Z"})
    void aTimeOfNoClockIsRefused(String time) {
        assertThat(Fitness.complaint(started(Instant.parse(time), "Li", Lead.II)))
                .contains("started_at: outside 1970 to 2200");
    }

    @Test
    void aTextThatTheDatabaseCannotHoldIsRefused() {
        assertThat(Fitness.complaint(started(NOW, "L\u0000i", Lead.II))).contains("operator: holds a NUL character");
        assertThat(Fitness.complaint(started(NOW, "x".repeat(200), Lead.II))).isEmpty();
        assertThat(Fitness.complaint(started(NOW, "x".repeat(201), Lead.II))).isPresent();
    }

    @Test
    void aComplaintNeverQuotesThePatient() {
        ExamStarted base = started(NOW, "Li", Lead.II);
        var message = new ExamStarted(
                base.examId(),
                base.startedAt(),
                base.unit(),
                base.unitModel(),
                base.operator(),
                new Patient(Optional.of("secret\u0000name"), Optional.empty(), Sex.MALE, OptionalInt.empty()),
                base.symptoms(),
                base.rate(),
                base.leads(),
                base.scales(),
                base.drill());
        assertThat(Fitness.complaint(message)).contains("name: holds a NUL character");
    }

    @Test
    void aLeadNamedTwiceIsRefused() {
        assertThat(Fitness.complaint(started(NOW, "Li", Lead.II, Lead.II))).contains("leads: one is named twice");
    }

    @Test
    void aNumberBeyondADayOfChunksIsRefused() {
        assertThat(Fitness.complaint(chunk(100_000))).isEmpty();
        assertThat(Fitness.complaint(chunk(100_001))).isPresent();
    }

    private static WaveChunk chunk(int seq) {
        return new WaveChunk(ExamId.of(NOW, 1, 1), seq, 0, 1, Bytes.of((byte) 1, (byte) 0), 0, UnitMarks.NONE);
    }

    private static ExamStarted started(Instant at, String operator, Lead... leads) {
        return new ExamStarted(
                ExamId.of(NOW, 1, 1),
                at,
                new UnitId("ecg-1"),
                "reference",
                operator,
                Patient.UNKNOWN,
                Symptoms.NONE,
                new SampleRate(500),
                List.of(leads),
                List.of(leads).stream().map(lead -> LeadScale.MICROVOLT).toList(),
                false);
    }
}
