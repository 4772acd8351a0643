package org.ecgnet.hub.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.hub.critical.CaseOpener;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.codec.WaveformCodec;
import org.ecgnet.protocol.codec.WaveformMode;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Measurements;
import org.ecgnet.triage.QualityReport;
import org.ecgnet.triage.Reading;
import org.jdbi.v3.core.Jdbi;

/** Exams put straight into the database. */
final class SeededExams {

    static final SiteCode SITE = new SiteCode("dagou-01");
    static final LeadScale SCALE = new LeadScale(4.88, -7);

    private final TestDatabase testDatabase;
    private int made;

    SeededExams(TestDatabase testDatabase) {
        this.testDatabase = testDatabase;
    }

    /** @param counts by lead of the independent eight and sample, 500 Hz; stored as chunks of a second */
    ExamId add(Patient patient, TriageLevel level, int[][] counts, Instant now) {
        return add(SITE, patient, level, counts, now);
    }

    /** The same of another clinic. */
    ExamId add(SiteCode site, Patient patient, TriageLevel level, int[][] counts, Instant now) {
        made++;
        ExamId id = ExamId.of(now, made, made);
        List<LeadScale> scales = Lead.INDEPENDENT_8.stream().map(lead -> SCALE).toList();
        var exam = new Exam(
                id,
                site,
                new UnitId("unit-1"),
                "reference-12",
                "周医生",
                patient,
                new Symptoms(true, false, false, false),
                new SampleRate(500),
                Lead.INDEPENDENT_8,
                scales,
                now,
                now,
                Duration.ZERO,
                false,
                ExamState.COMPLETE,
                Optional.empty(),
                Bedside.NONE);
        Database database = testDatabase.database();
        database.transact(transaction -> {
            transaction.repository(SiteRepository.class).seen(site, now);
            transaction.repository(ExamRepository.class).addIfAbsent(exam);
        });
        segments(id, counts, now);
        database.transact(transaction -> {
            StoredReading stored = transaction
                    .repository(ReadingRepository.class)
                    .add(id, StoredReading.Origin.ENGINE, reading(level), now);
            new CaseOpener(CasePolicy.DEFAULT).within(transaction, exam, stored, now);
        });
        return id;
    }

    static Patient patient(String name) {
        return new Patient(
                Optional.of(name),
                Optional.of("1101011989010" + Math.floorMod(name.hashCode(), 99_999)),
                Sex.MALE,
                OptionalInt.of(37));
    }

    static int[][] ramp(int samples) {
        int[][] counts = new int[Lead.INDEPENDENT_8.size()][samples];
        for (int lead = 0; lead < counts.length; lead++) {
            int first = lead;
            Arrays.setAll(counts[lead], sample -> first * 1_000 - sample);
        }
        return counts;
    }

    private void segments(ExamId id, int[][] counts, Instant now) {
        var address = testDatabase.address();
        Jdbi jdbi = address.user().isEmpty()
                ? Jdbi.create(address.url())
                : Jdbi.create(address.url(), address.user(), address.password());
        jdbi.useHandle(handle -> {
            for (int first = 0, seq = 1; first < counts[0].length; first += 500, seq++) {
                int from = first;
                int to = Math.min(counts[0].length, first + 500);
                int[][] part = Arrays.stream(counts)
                        .map(lead -> Arrays.copyOfRange(lead, from, to))
                        .toArray(int[][]::new);
                handle.execute(
                        "insert into wave_segment (exam_id, seq, stored_at, first_sample, samples, waveform, crc32c)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        id.uuid(),
                        seq,
                        java.sql.Timestamp.from(now),
                        from,
                        to - from,
                        WaveformCodec.pack(WaveformMode.FAST, part),
                        WaveformCodec.crc32c(part));
            }
        });
    }

    static Reading reading(TriageLevel level) {
        var evidence = new Evidence("QRS", 148.4, 120, "ms", Optional.of(Lead.V1), List.of(250, 500));
        var finding = new Finding(
                "R05",
                "WIDE_QRS_TACHYCARDIA",
                level,
                level == TriageLevel.RED,
                0.94,
                List.of(evidence),
                "宽 QRS 心动过速",
                "wide-QRS tachycardia");
        return new Reading(
                level,
                List.of(finding),
                List.of(),
                Measurements.NONE,
                QualityReport.GOOD,
                List.of(),
                "DEFAULT 1",
                "test");
    }
}
