package org.ecgnet.protocol.uplink;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.protocol.codec.WaveformCodec;

/** One message of every kind, with every field set; their bytes are in {@code wire/uplink-v1.txt} and beside it. */
final class GoldenMessages {

    static final Instant SENT_AT = Instant.parse("2026-03-04T05:06:07.123456Z");
    static final ExamId EXAM = ExamId.parse("019cb6f1-0000-7abc-8def-0123456789ab");
    private static final Instant AT = Instant.parse("2026-03-04T05:05:57.000001Z");
    private static final int[][] COUNTS = {{1, 3, 6}, {0, -100, 0}};

    private GoldenMessages() {}

    static Map<String, UplinkMessage> uplink() {
        Map<String, UplinkMessage> messages = new LinkedHashMap<>();
        messages.put(
                "exam-started",
                new UplinkMessage.ExamStarted(
                        EXAM,
                        AT,
                        new UnitId("unit-1"),
                        "reference",
                        "Dr Wang",
                        new Patient(
                                Optional.of("测试"), Optional.of("11010519491231002X"), Sex.FEMALE, OptionalInt.of(76)),
                        new Symptoms(true, false, true, false),
                        new SampleRate(500),
                        List.of(Lead.II, Lead.V1),
                        List.of(new LeadScale(2.5, 0), new LeadScale(0.58275, -6)),
                        true));
        messages.put(
                "wave-chunk",
                new UplinkMessage.WaveChunk(
                        EXAM,
                        2,
                        500,
                        3,
                        Bytes.of(WaveformCodec.pack(COUNTS)),
                        WaveformCodec.crc32c(COUNTS),
                        new UnitMarks(List.of(new LeadOff(Lead.V1, 0, 3)), List.of(1), List.of(2), List.of(0, 2))));
        messages.put(
                "exam-ended",
                new UplinkMessage.ExamEnded(
                        EXAM, 11, 10, 5000, Bytes.of(new byte[32]), AT, UplinkMessage.EndReason.UNIT_LOST));
        messages.put(
                "clinic-confirmed",
                new UplinkMessage.ClinicConfirmed(EXAM, 12, UplinkMessage.ClinicAction.CALLED_120, "Dr Wang", AT));
        messages.put(
                "unit-status",
                new UplinkMessage.UnitStatus(
                        new UnitId("unit-1"), "usb-box-12", true, OptionalInt.of(0), List.of(Lead.I, Lead.AVL), AT));
        messages.put("heartbeat", new UplinkMessage.Heartbeat(AT, "0.1.0", 7, Optional.of(SENT_AT), 12_345_678_901L));
        messages.put("downlink-ack", new UplinkMessage.DownlinkAck(List.of(1L, 300L, Long.MAX_VALUE)));
        return messages;
    }

    static Map<String, DownlinkMessage> downlink() {
        Map<String, DownlinkMessage> messages = new LinkedHashMap<>();
        messages.put("stored-up-to", new DownlinkMessage.StoredUpTo(EXAM, 11));
        messages.put("exam-received", new DownlinkMessage.ExamReceived(EXAM, Optional.empty()));
        messages.put("exam-received-damaged", new DownlinkMessage.ExamReceived(EXAM, Optional.of("sha256 differs")));
        messages.put(
                "reading-ready",
                new DownlinkMessage.ReadingReady(
                        EXAM,
                        TriageLevel.RED,
                        true,
                        List.of(new DownlinkMessage.ReadingLine("R11", "ST段抬高", "ST elevation")),
                        Optional.of("Dr Li")));
        messages.put(
                "case-progress",
                new DownlinkMessage.CaseProgress(EXAM, DownlinkMessage.CaseStep.ACKNOWLEDGED, "Dr Li", AT));
        messages.put("centre-message", new DownlinkMessage.CentreMessage(Optional.of(EXAM), "centre", "请重做", AT));
        messages.put("refused", new DownlinkMessage.Refused(Optional.of(EXAM), 3, "wire version 2 (expected: 1)"));
        return messages;
    }
}
