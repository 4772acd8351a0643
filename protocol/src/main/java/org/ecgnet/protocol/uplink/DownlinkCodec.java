package org.ecgnet.protocol.uplink;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseProgress;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;
import org.ecgnet.protocol.uplink.DownlinkMessage.CentreMessage;
import org.ecgnet.protocol.uplink.DownlinkMessage.ExamReceived;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingLine;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.protocol.uplink.DownlinkMessage.Refused;
import org.ecgnet.protocol.uplink.DownlinkMessage.StoredUpTo;
import org.ecgnet.protocol.uplink.v1.Downlink;
import org.ecgnet.protocol.uplink.v1.Level;

/** Turns hub-to-edge messages into bytes of wire version 1 and back. Never throws on received bytes. */
public final class DownlinkCodec {

    private DownlinkCodec() {}

    /** @param id names a message that is repeated until acknowledged; 0 for one that needs no acknowledgement */
    public static byte[] encode(DownlinkMessage message, Instant sentAt, long id) {
        var envelope = Downlink.newBuilder()
                .setVersion(WireV1.VERSION)
                .setSentAtMicros(V1Fields.micros(sentAt))
                .setId(id);
        if (message instanceof StoredUpTo stored) {
            envelope.setStoredUpTo(org.ecgnet.protocol.uplink.v1.StoredUpTo.newBuilder()
                    .setExamId(V1Fields.bytes(stored.examId()))
                    .setSeq(stored.seq()));
        } else if (message instanceof ExamReceived received) {
            envelope.setExamReceived(org.ecgnet.protocol.uplink.v1.ExamReceived.newBuilder()
                    .setExamId(V1Fields.bytes(received.examId()))
                    .setVerified(received.problem().isEmpty())
                    .setProblem(received.problem().orElse("")));
        } else if (message instanceof ReadingReady reading) {
            envelope.setReadingReady(write(reading));
        } else if (message instanceof CaseProgress progress) {
            envelope.setCaseProgress(org.ecgnet.protocol.uplink.v1.CaseProgress.newBuilder()
                    .setExamId(V1Fields.bytes(progress.examId()))
                    .setStep(progress.step().name())
                    .setBy(progress.by())
                    .setAtMicros(V1Fields.micros(progress.at())));
        } else if (message instanceof CentreMessage words) {
            envelope.setCentreMessage(org.ecgnet.protocol.uplink.v1.CentreMessage.newBuilder()
                    .setExamId(words.examId().map(V1Fields::bytes).orElse(ByteString.EMPTY))
                    .setSender(words.sender())
                    .setText(words.text())
                    .setAtMicros(V1Fields.micros(words.at())));
        } else if (message instanceof Refused refused) {
            envelope.setRefused(org.ecgnet.protocol.uplink.v1.Refused.newBuilder()
                    .setExamId(refused.examId().map(V1Fields::bytes).orElse(ByteString.EMPTY))
                    .setSeq(refused.seq())
                    .setReason(refused.reason()));
        }
        return envelope.build().toByteArray();
    }

    public static Decoded<DownlinkMessage> decode(byte[] bytes) {
        if (bytes.length > WireV1.MAX_MESSAGE_BYTES) {
            return refused(
                    "message of " + bytes.length + " bytes (expected: at most " + WireV1.MAX_MESSAGE_BYTES + ")");
        }
        try {
            Downlink envelope = Downlink.parseFrom(bytes);
            if (envelope.getVersion() != WireV1.VERSION) {
                return refused("wire version " + envelope.getVersion() + " (expected: " + WireV1.VERSION + ")");
            }
            return new Decoded.Accepted<>(
                    read(envelope), V1Fields.instant(envelope.getSentAtMicros()), envelope.getId());
        } catch (InvalidProtocolBufferException e) {
            return refused("not a protobuf downlink message");
        } catch (IllegalArgumentException e) {
            return refused("bad value: " + e.getMessage());
        }
    }

    private static Decoded<DownlinkMessage> refused(String reason) {
        return new Decoded.Refused<>(reason, Optional.empty(), 0);
    }

    private static DownlinkMessage read(Downlink envelope) {
        return switch (envelope.getBodyCase()) {
            case STORED_UP_TO ->
                new StoredUpTo(
                        V1Fields.examId(envelope.getStoredUpTo().getExamId()),
                        envelope.getStoredUpTo().getSeq());
            case EXAM_RECEIVED -> read(envelope.getExamReceived());
            case READING_READY -> read(envelope.getReadingReady());
            case CASE_PROGRESS -> read(envelope.getCaseProgress());
            case CENTRE_MESSAGE -> read(envelope.getCentreMessage());
            case REFUSED ->
                new Refused(
                        V1Fields.optionalExamId(envelope.getRefused().getExamId()),
                        envelope.getRefused().getSeq(),
                        envelope.getRefused().getReason());
            case BODY_NOT_SET -> throw new IllegalArgumentException("body: none that version 1 knows");
        };
    }

    private static ExamReceived read(org.ecgnet.protocol.uplink.v1.ExamReceived message) {
        String problem = message.getProblem().isEmpty() ? "not verified" : message.getProblem();
        return new ExamReceived(
                V1Fields.examId(message.getExamId()), message.getVerified() ? Optional.empty() : Optional.of(problem));
    }

    private static org.ecgnet.protocol.uplink.v1.ReadingReady write(ReadingReady reading) {
        var message = org.ecgnet.protocol.uplink.v1.ReadingReady.newBuilder()
                .setExamId(V1Fields.bytes(reading.examId()))
                .setLevel(
                        switch (reading.level()) {
                            case RED -> Level.LEVEL_RED;
                            case YELLOW -> Level.LEVEL_YELLOW;
                            case GREY -> Level.LEVEL_GREY;
                            case GREEN -> Level.LEVEL_GREEN;
                        })
                .setHard(reading.hard())
                .setConfirmed(reading.reader().isPresent())
                .setReader(reading.reader().orElse(""));
        for (ReadingLine line : reading.lines()) {
            message.addLines(org.ecgnet.protocol.uplink.v1.ReadingLine.newBuilder()
                    .setRule(line.rule())
                    .setChinese(line.chinese())
                    .setEnglish(line.english()));
        }
        return message.build();
    }

    private static ReadingReady read(org.ecgnet.protocol.uplink.v1.ReadingReady message) {
        TriageLevel level =
                switch (message.getLevel()) {
                    case LEVEL_RED -> TriageLevel.RED;
                    case LEVEL_YELLOW -> TriageLevel.YELLOW;
                    case LEVEL_GREY -> TriageLevel.GREY;
                    case LEVEL_GREEN -> TriageLevel.GREEN;
                    case LEVEL_UNKNOWN, UNRECOGNIZED -> throw new IllegalArgumentException("level: unknown");
                };
        return new ReadingReady(
                V1Fields.examId(message.getExamId()),
                level,
                message.getHard(),
                message.getLinesList().stream()
                        .map(line -> new ReadingLine(line.getRule(), line.getChinese(), line.getEnglish()))
                        .toList(),
                message.getConfirmed() ? Optional.of(message.getReader()) : Optional.empty());
    }

    private static CaseProgress read(org.ecgnet.protocol.uplink.v1.CaseProgress message) {
        return new CaseProgress(
                V1Fields.examId(message.getExamId()),
                V1Fields.named(CaseStep.class, message.getStep()),
                message.getBy(),
                V1Fields.instant(message.getAtMicros()));
    }

    private static CentreMessage read(org.ecgnet.protocol.uplink.v1.CentreMessage message) {
        return new CentreMessage(
                V1Fields.optionalExamId(message.getExamId()),
                message.getSender(),
                message.getText(),
                V1Fields.instant(message.getAtMicros()));
    }
}
