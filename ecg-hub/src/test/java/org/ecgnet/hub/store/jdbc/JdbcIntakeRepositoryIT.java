package org.ecgnet.hub.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.hub.exam.ClinicConfirmation;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.exam.PatientIdentification;
import org.ecgnet.hub.intake.IntakeRepository;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicConfirmed;
import org.ecgnet.protocol.uplink.UplinkMessage.PatientIdentified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcIntakeRepositoryIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final SiteCode SITE = new SiteCode("dagou");
    private static final Bedside BEDSIDE = new Bedside(
            Optional.of(NOW.minusSeconds(1800)), OptionalInt.of(93), OptionalInt.of(150), OptionalInt.of(95));

    private static Exam exam(ExamId id) {
        return new Exam(
                id,
                SITE,
                new UnitId("ecg-1"),
                "reference",
                "wang",
                Patient.UNKNOWN,
                Symptoms.NONE,
                new SampleRate(500),
                Lead.INDEPENDENT_8,
                Collections.nCopies(8, LeadScale.MICROVOLT),
                NOW,
                NOW,
                Duration.ZERO,
                false,
                ExamState.ARRIVING,
                Optional.empty(),
                BEDSIDE);
    }

    private static PatientIdentified identified(ExamId id, int seq, String name) {
        Patient patient =
                new Patient(Optional.of(name), Optional.of("11010519491231002X"), Sex.FEMALE, OptionalInt.of(76));
        return new PatientIdentified(id, seq, patient, "wang", NOW);
    }

    private static Exam stored(ExamId id) {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ExamRepository.class).find(id).orElseThrow());
    }

    @Test
    void theLastIdentificationCountsWhetherItComesBeforeOrAfterTheStart() {
        ExamId id = ExamId.of(NOW, 1, 1);
        DATABASE.database().transact(transaction -> {
            transaction.repository(SiteRepository.class).seen(SITE, NOW);
            IntakeRepository intake = transaction.repository(IntakeRepository.class);
            intake.addIdentification(identified(id, 12, "李秀英"), NOW);
            intake.identify(id);
            transaction.repository(ExamRepository.class).addIfAbsent(exam(id));
            intake.identify(id);
        });
        assertThat(stored(id).patient().name()).contains("李秀英");
        assertThat(stored(id).patient().ageYears()).hasValue(76);
        assertThat(stored(id).bedside()).isEqualTo(BEDSIDE);

        DATABASE.database().transact(transaction -> {
            IntakeRepository intake = transaction.repository(IntakeRepository.class);
            intake.addIdentification(identified(id, 11, "写错的名字"), NOW);
            intake.identify(id);
        });
        assertThat(stored(id).patient().name()).contains("李秀英");
        assertThat(DATABASE.count("patient_identification")).isEqualTo(3); // with the unknown one it began with
        List<PatientIdentification> said = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ExamRepository.class).identifications(id));
        assertThat(said)
                .containsExactly(new PatientIdentification("wang", NOW), new PatientIdentification("wang", NOW));
    }

    @Test
    void whatTheClinicReadBackIsKept() {
        ExamId id = ExamId.of(NOW, 2, 2);
        DATABASE.database().transact(transaction -> {
            transaction.repository(SiteRepository.class).seen(SITE, NOW);
            transaction.repository(ExamRepository.class).addIfAbsent(exam(id));
            transaction
                    .repository(IntakeRepository.class)
                    .addConfirmation(new ClinicConfirmed(id, 12, ClinicAction.SEEN, "wang", NOW, "R11 张大娘"), NOW);
        });

        List<ClinicConfirmation> kept = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(ExamRepository.class).confirmations(id));
        assertThat(kept).extracting(ClinicConfirmation::words).containsExactly("R11 张大娘");
    }
}
