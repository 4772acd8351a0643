package org.ecgnet.hub.critical;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.reading.StoredReading.Origin;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Measurements;
import org.ecgnet.triage.QualityReport;
import org.ecgnet.triage.Reading;

/** Exams with red readings, made as the hub makes them: reading and case in one transaction. */
public final class Reds {

    public static final SiteCode SITE = new SiteCode("linhe-01");
    public static final Patient ZHANG = patient("张三", "11010519491231002X", 76);

    private static final AtomicLong COUNTER = new AtomicLong();

    private Reds() {}

    public static Patient patient(String name, String identityNumber, int ageYears) {
        return new Patient(Optional.of(name), Optional.of(identityNumber), Sex.MALE, OptionalInt.of(ageYears));
    }

    public static ExamId newExamId(Instant now) {
        return ExamId.of(now, 0, COUNTER.incrementAndGet() | 0x00AB_0000_0000L);
    }

    public static Exam exam(Patient patient, boolean drill, Instant now) {
        return exam(patient, drill, Bedside.NONE, now);
    }

    public static Exam exam(Patient patient, boolean drill, Bedside bedside, Instant now) {
        return new Exam(
                newExamId(now),
                SITE,
                new UnitId("unit-1"),
                "reference 12",
                "李医生",
                patient,
                Symptoms.NONE,
                new SampleRate(500),
                List.of(Lead.I),
                List.of(new LeadScale(5, 0)),
                now,
                now,
                Duration.ZERO,
                drill,
                ExamState.ARRIVING,
                Optional.empty(),
                bedside);
    }

    public static Finding hard(String rule) {
        return new Finding(rule, "CODE", TriageLevel.RED, true, 0.9, List.of(), rule + "危急", rule + " is red");
    }

    public static Finding suspected(String rule) {
        return new Finding(rule, "CODE", TriageLevel.RED, false, 0.6, List.of(), rule + "疑似", rule + " may be red");
    }

    public static Reading reading(TriageLevel level, Finding... findings) {
        return new Reading(
                level,
                List.of(findings),
                List.of(),
                Measurements.NONE,
                QualityReport.GOOD,
                List.of(),
                "DEFAULT 1",
                "engine 1");
    }

    /** Stores the exam. */
    public static Exam store(Database database, Patient patient, Instant now) {
        return store(database, exam(patient, false, now), now);
    }

    public static Exam store(Database database, Exam exam, Instant now) {
        database.transact(transaction -> {
            transaction.repository(SiteRepository.class).seen(exam.site(), now);
            transaction.repository(ExamRepository.class).addIfAbsent(exam);
        });
        return exam;
    }

    /** A red reading of a stored exam. */
    public static List<HubEvent> red(Database database, Exam exam, Instant now, Finding... findings) {
        return read(database, exam, reading(TriageLevel.RED, findings), now);
    }

    public static List<HubEvent> read(Database database, Exam exam, Reading reading, Instant now) {
        return database.inTransaction(transaction -> readWithin(transaction, exam, reading, now));
    }

    public static List<HubEvent> readWithin(Transaction transaction, Exam exam, Reading reading, Instant now) {
        StoredReading stored =
                transaction.repository(ReadingRepository.class).add(exam.id(), Origin.ENGINE, reading, now);
        return new ArrayList<>(new CaseOpener(CasePolicy.DEFAULT).within(transaction, exam, stored, now));
    }

    /** The case that these events are about. */
    public static UUID caseId(List<HubEvent> events) {
        return changed(events).findFirst().orElseThrow().caseId();
    }

    private static Stream<HubEvent.CaseChanged> changed(List<HubEvent> events) {
        return events.stream().filter(HubEvent.CaseChanged.class::isInstance).map(HubEvent.CaseChanged.class::cast);
    }
}
