package org.ecgnet.hub.drill;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.hub.critical.CaseOpener;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.exam.Segment;
import org.ecgnet.hub.intake.IntakeRepository;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.codec.WaveformCodec;
import org.ecgnet.protocol.codec.WaveformMode;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Measurements;
import org.ecgnet.triage.QualityReport;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.Rehearsal;

/** Starts exercises. Blocks on the database; safe for use by many threads. */
public final class DrillDesk {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final HubEvents events;
    private final CaseOpener opener;
    private final Duration longest;

    /** @param longest an exercise ends by itself after so long */
    public DrillDesk(Database database, HubEvents events, CaseOpener opener, Duration longest) {
        this.database = database;
        this.events = events;
        this.opener = opener;
        this.longest = longest;
    }

    /** An exercise begins: exam, reading, case and page in one transaction, as in earnest. */
    public Drill start(DrillOrder order, Person by, Instant now) {
        List<HubEvent> after = new ArrayList<>();
        Drill drill = database.inTransaction(transaction -> {
            after.clear();
            return within(transaction, order, by, now, after);
        });
        after.forEach(events::publish);
        return drill;
    }

    /** The latest first, with the case of each. */
    public List<Started> latest(int most) {
        return database.inTransaction(transaction -> {
            var cases = transaction.repository(CaseRepository.class);
            return transaction.repository(DrillRepository.class).latest(most).stream()
                    .flatMap(drill -> cases.find(drill.caseId()).stream().map(known -> new Started(drill, known)))
                    .toList();
        });
    }

    private Drill within(Transaction transaction, DrillOrder order, Person by, Instant now, List<HubEvent> after) {
        Recording tracing = Rehearsal.tracing();
        Exam exam = exam(order, by, tracing.waveform(), now);
        transaction.repository(SiteRepository.class).seen(order.site(), now);
        var exams = transaction.repository(ExamRepository.class);
        exams.addIfAbsent(exam);
        store(transaction, exam, tracing.waveform(), now);
        exams.complete(exam.id(), ExamState.COMPLETE, now);
        exams.read(exam.id(), now);
        StoredReading reading = transaction
                .repository(ReadingRepository.class)
                .add(exam.id(), StoredReading.Origin.ENGINE, reading(order), now);
        List<HubEvent> opened = opener.within(transaction, exam, reading, now);
        CriticalCase known = transaction
                .repository(CaseRepository.class)
                .ofExam(exam.id())
                .orElseThrow(() -> new IllegalStateException("a red reading opens a case"));
        var drill = new Drill(known.id(), exam.id(), by.name(), now, now.plus(longest), order.text());
        transaction.repository(DrillRepository.class).add(drill);
        after.add(new HubEvent.ExamCompleted(exam.id(), exam.site()));
        after.add(new HubEvent.ReadingMade(exam.id(), exam.site(), TriageLevel.RED));
        after.addAll(opened);
        return drill;
    }

    private static Exam exam(DrillOrder order, Person by, Waveform waveform, Instant now) {
        return new Exam(
                ExamId.of(now, RANDOM.nextLong(), RANDOM.nextLong()),
                order.site(),
                new UnitId("drill"),
                "演练 drill",
                by.name(),
                Patient.UNKNOWN,
                Symptoms.NONE,
                waveform.rate(),
                waveform.leads(),
                waveform.scales(),
                now,
                now,
                Duration.ZERO,
                true,
                ExamState.ARRIVING,
                Optional.empty(),
                Bedside.NONE);
    }

    private static void store(Transaction transaction, Exam exam, Waveform waveform, Instant now) {
        int second = waveform.rate().hertz();
        List<IntakeRepository.SegmentOf> segments = new ArrayList<>();
        for (int first = 0; first < waveform.length(); first += second) {
            int last = Math.min(waveform.length(), first + second);
            int[][] counts = waveform.between(first, last).counts();
            segments.add(new IntakeRepository.SegmentOf(
                    exam.id(),
                    new Segment(
                            first / second + 1,
                            first,
                            last - first,
                            Bytes.of(WaveformCodec.pack(WaveformMode.FAST, counts)),
                            WaveformCodec.crc32c(counts),
                            UnitMarks.NONE)));
        }
        transaction.repository(IntakeRepository.class).addSegments(segments, now);
    }

    private static Reading reading(DrillOrder order) {
        var finding = new Finding(
                order.rule(),
                "DRILL",
                TriageLevel.RED,
                order.hard(),
                1.0,
                List.of(),
                "【演练】" + order.text(),
                "[drill] " + order.text());
        return new Reading(
                TriageLevel.RED,
                List.of(finding),
                List.of(),
                Measurements.NONE,
                QualityReport.GOOD,
                List.of(),
                "drill",
                "drill");
    }

    /** An exercise and what has become of it. */
    public record Started(Drill drill, CriticalCase known) {}
}
