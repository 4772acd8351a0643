package org.ecgnet.edge.page;

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
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.edge.store.ClinicDeed;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.edge.store.StoredExam.Timed;
import org.ecgnet.protocol.uplink.DownlinkMessage;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;
import org.ecgnet.protocol.uplink.DownlinkMessage.CentreMessage;
import org.ecgnet.protocol.uplink.DownlinkMessage.ExamReceived;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingLine;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;

/** Exams as the page gets them. */
final class ShownExams {

    private static final Instant NOW = FakeDesk.NOW;
    static final ReadingLine STEMI = new ReadingLine(
            "R11",
            "V2–V4 导联 ST 段抬高（V2 0.31 mV，V3 0.42 mV，V4 0.28 mV），提示急性前壁心肌梗死。",
            "ST elevation in V2 to V4 (V2 0.31 mV, V3 0.42 mV, V4 0.28 mV): acute anterior infarction.");

    private ShownExams() {}

    static ExamStarted started(ExamId examId, Instant at, String name, Sex sex, int age) {
        return new ExamStarted(
                examId,
                at,
                new UnitId("ecg-1"),
                "reference",
                "王医生",
                new Patient(
                        name.isEmpty() ? Optional.empty() : Optional.of(name),
                        Optional.of("110105194912310021"),
                        sex,
                        OptionalInt.of(age)),
                new Symptoms(true, false, false, false),
                new SampleRate(500),
                List.of(Lead.I),
                List.of(LeadScale.MICROVOLT),
                false);
    }

    private static StoredExam exam(
            ExamStarted started,
            Optional<Instant> storedAt,
            Optional<String> refused,
            Optional<Timed<ReadingReady>> local,
            List<Timed<DownlinkMessage>> said) {
        return new StoredExam(
                started,
                local.map(timed -> timed.value().level() == TriageLevel.RED).orElse(false),
                11,
                storedAt.isPresent() ? 11 : -1,
                Optional.of(started.startedAt().plusSeconds(10)),
                storedAt,
                refused,
                local,
                Optional.empty(),
                List.of(),
                said);
    }

    private static Optional<Timed<ReadingReady>> read(ExamId examId, TriageLevel level, ReadingLine... lines) {
        boolean hard = level == TriageLevel.RED;
        return Optional.of(new Timed<>(NOW, new ReadingReady(examId, level, hard, List.of(lines), Optional.empty())));
    }

    /** Read here, the line is down. */
    static StoredExam redOffline() {
        return exam(
                started(FakeDesk.EXAM, NOW.minusSeconds(20), "张大娘", Sex.FEMALE, 67),
                Optional.empty(),
                Optional.empty(),
                read(FakeDesk.EXAM, TriageLevel.RED, STEMI),
                List.of());
    }

    /** The whole trail. */
    static StoredExam redAcknowledged() {
        ExamId id = FakeDesk.EXAM;
        Instant at = NOW.minusSeconds(8);
        return exam(
                started(id, NOW.minusSeconds(20), "张大娘", Sex.FEMALE, 67),
                Optional.of(at),
                Optional.empty(),
                read(id, TriageLevel.RED, STEMI),
                List.of(
                        new Timed<>(at, new ExamReceived(id, Optional.empty())),
                        new Timed<>(at, new ReadingReady(id, TriageLevel.RED, true, List.of(STEMI), Optional.empty())),
                        new Timed<>(at, new CaseProgress(id, CaseStep.PAGED, "李主任", at)),
                        new Timed<>(at, new CaseProgress(id, CaseStep.ACKNOWLEDGED, "李主任", at.plusSeconds(5))),
                        new Timed<>(at, new CentreMessage(Optional.of(id), "李主任", "救护车已出发，请准备病历。", at))));
    }

    static StoredExam quiet(int n, TriageLevel level, String name) {
        ExamId id = ExamId.of(NOW.minusSeconds(600L * n), n, n);
        ReadingLine line = level == TriageLevel.GREEN
                ? new ReadingLine("", "窦性心律，72 次/分。", "Sinus rhythm, 72/min.")
                : level == TriageLevel.GREY
                        ? new ReadingLine("Q02", "V3 电极接触不良，请擦净皮肤后重贴。", "V3 makes poor contact: clean the skin.")
                        : new ReadingLine("Y01", "心房颤动，92 次/分。", "Atrial fibrillation, 92/min.");
        return exam(
                started(id, NOW.minusSeconds(600L * n), name, Sex.MALE, 50 + n),
                Optional.of(NOW),
                Optional.empty(),
                read(id, level, line),
                List.of(new Timed<>(NOW, new ExamReceived(id, Optional.empty()))));
    }

    /** Signed by a cardiologist, and read anew by the hub because the patient was identified. */
    static StoredExam signedAndReadAgain() {
        ExamId id = FakeDesk.EXAM;
        return exam(
                started(id, NOW.minusSeconds(20), "张大娘", Sex.FEMALE, 67),
                Optional.of(NOW),
                Optional.empty(),
                read(id, TriageLevel.RED, STEMI),
                List.of(
                        new Timed<>(
                                NOW, new ReadingReady(id, TriageLevel.RED, true, List.of(STEMI), Optional.of("李主任"))),
                        new Timed<>(
                                NOW, new ReadingReady(id, TriageLevel.YELLOW, false, List.of(), Optional.empty()))));
    }

    /** The clinic asked to be called and nobody has. */
    static StoredExam callingBackSince(Instant since) {
        StoredExam exam = redAcknowledged();
        return new StoredExam(
                exam.started(),
                exam.red(),
                exam.lastSeq(),
                exam.storedUpTo(),
                exam.endedAt(),
                exam.storedAt(),
                exam.refused(),
                exam.localReading(),
                exam.identified(),
                List.of(new Timed<>(since, new ClinicDeed(ClinicAction.CALL_BACK, "王医生", ""))),
                exam.said());
    }

    /** Read here: two electrodes seem exchanged. */
    static StoredExam swapped() {
        ExamId id = ExamId.of(NOW.minusSeconds(60), 5, 5);
        return exam(
                started(id, NOW.minusSeconds(60), "王建国", Sex.MALE, 55),
                Optional.of(NOW),
                Optional.empty(),
                read(
                        id,
                        TriageLevel.GREY,
                        new ReadingLine(
                                "Q-LEAD_REVERSAL",
                                "右臂(RA)与左臂(LA) 电极似乎接反：请核对电极颜色与位置，纠正后重做心电图。",
                                "Electrodes right arm (RA) and left arm (LA) seem exchanged.")),
                List.of());
    }

    static StoredExam refused() {
        ExamId id = ExamId.of(NOW.minusSeconds(5000), 9, 9);
        return exam(
                started(id, NOW.minusSeconds(5000), "", Sex.UNKNOWN, 40),
                Optional.empty(),
                Optional.of("wire version 9 (expected: 1)"),
                read(id, TriageLevel.YELLOW),
                List.of());
    }
}
