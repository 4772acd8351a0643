package org.ecgnet.ops.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.hub.critical.CaseOpener;
import org.ecgnet.hub.critical.CasePolicy;
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
import org.ecgnet.hub.store.jdbc.JdbcDatabase;
import org.ecgnet.protocol.codec.WaveformCodec;
import org.ecgnet.protocol.codec.WaveformMode;
import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;

/** Exams put straight into a database as a clinic sends them, and read by the real engine. */
final class ArrivingExams {

    private final Triage triage = new Triage(RuleProfile.DEFAULT);
    private final JdbcDatabase database;
    private final HubEvents events;
    private long made;

    ArrivingExams(JdbcDatabase database, HubEvents events) {
        this.database = database;
        this.events = events;
    }

    /** An exam that has arrived whole and was read, with its case when it is red; consoles are told. */
    ExamId add(Recording recording, Patient patient, Symptoms symptoms, SiteCode site) {
        Instant now = Instant.now();
        Exam exam = begin(recording, patient, symptoms, site, now);
        send(exam, recording, 0, recording.waveform().length(), now);
        finish(exam, recording);
        return exam.id();
    }

    /** The end of an exam: whole, read, its case opened when it is red. */
    void finish(Exam exam, Recording recording) {
        Instant now = Instant.now();
        Reading reading = triage.read(recording, exam.patient(), exam.symptoms());
        List<HubEvent> after = new ArrayList<>();
        database.transact(transaction -> {
            transaction.repository(ExamRepository.class).complete(exam.id(), ExamState.COMPLETE, now);
            StoredReading stored = transaction
                    .repository(ReadingRepository.class)
                    .add(exam.id(), StoredReading.Origin.ENGINE, reading, now);
            after.addAll(new CaseOpener(CasePolicy.DEFAULT).within(transaction, exam, stored, now));
        });
        events.publish(new HubEvent.ExamCompleted(exam.id(), exam.site()));
        events.publish(new HubEvent.ReadingMade(exam.id(), exam.site(), reading.level()));
        after.forEach(events::publish);
    }

    /** The start of an exam that still arrives. */
    Exam begin(Recording recording, Patient patient, Symptoms symptoms, SiteCode site, Instant now) {
        made++;
        Waveform waveform = recording.waveform();
        var exam = new Exam(
                ExamId.of(now, made, made * 7_919),
                site,
                new UnitId("unit-1"),
                "reference 12",
                "周医生",
                patient,
                symptoms,
                waveform.rate(),
                waveform.leads(),
                waveform.scales(),
                now,
                now,
                Duration.ZERO,
                false,
                ExamState.ARRIVING,
                Optional.empty(),
                Bedside.NONE);
        database.transact(transaction -> {
            transaction.repository(SiteRepository.class).seen(site, now);
            transaction.repository(ExamRepository.class).addIfAbsent(exam);
        });
        events.publish(new HubEvent.ExamStarted(exam.id(), site));
        return exam;
    }

    /** Stores samples as chunks of a second, and tells consoles of each. */
    void send(Exam exam, Recording recording, int from, int to, Instant now) {
        int second = recording.waveform().rate().hertz();
        for (int first = from; first < to; first += second) {
            int last = Math.min(to, first + second);
            int[][] counts = recording.waveform().between(first, last).counts();
            var segment = new Segment(
                    first / second + 1,
                    first,
                    last - first,
                    Bytes.of(WaveformCodec.pack(WaveformMode.FAST, counts)),
                    WaveformCodec.crc32c(counts),
                    marks(recording.marks(), first, last));
            database.transact(transaction -> transaction
                    .repository(IntakeRepository.class)
                    .addSegments(List.of(new IntakeRepository.SegmentOf(exam.id(), segment)), now));
            events.publish(new HubEvent.ChunkStored(exam.id(), segment.seq()));
        }
    }

    private static UnitMarks marks(UnitMarks marks, int first, int last) {
        return new UnitMarks(
                marks.leadsOff().stream()
                        .filter(off -> off.from() < last && off.to() > first)
                        .map(off -> new LeadOff(
                                off.lead(), Math.max(off.from(), first) - first, Math.min(off.to(), last) - first))
                        .toList(),
                within(marks.paceSamples(), first, last),
                within(marks.buttonSamples(), first, last),
                within(marks.gaps(), first, last));
    }

    private static List<Integer> within(List<Integer> samples, int first, int last) {
        return samples.stream()
                .filter(sample -> sample >= first && sample < last)
                .map(sample -> sample - first)
                .toList();
    }
}
