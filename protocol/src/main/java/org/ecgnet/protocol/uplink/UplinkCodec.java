package org.ecgnet.protocol.uplink;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicConfirmed;
import org.ecgnet.protocol.uplink.UplinkMessage.DownlinkAck;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.Heartbeat;
import org.ecgnet.protocol.uplink.UplinkMessage.PatientIdentified;
import org.ecgnet.protocol.uplink.UplinkMessage.UnitStatus;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;
import org.ecgnet.protocol.uplink.v1.EndReason;
import org.ecgnet.protocol.uplink.v1.LeadFormat;
import org.ecgnet.protocol.uplink.v1.Uplink;

/** Turns edge-to-hub messages into bytes of wire version 1 and back. Never throws on received bytes. */
public final class UplinkCodec {

    private UplinkCodec() {}

    /** @param sentAt the edge's clock, by which the hub measures that clock's error */
    public static byte[] encode(UplinkMessage message, Instant sentAt) {
        var envelope = Uplink.newBuilder().setVersion(WireV1.VERSION).setSentAtMicros(V1Fields.micros(sentAt));
        if (message instanceof ExamStarted started) {
            envelope.setExamStarted(write(started));
        } else if (message instanceof WaveChunk chunk) {
            envelope.setWaveChunk(write(chunk));
        } else if (message instanceof ExamEnded ended) {
            envelope.setExamEnded(write(ended));
        } else if (message instanceof ClinicConfirmed confirmed) {
            envelope.setClinicConfirmed(write(confirmed));
        } else if (message instanceof PatientIdentified identified) {
            envelope.setPatientIdentified(write(identified));
        } else if (message instanceof UnitStatus status) {
            envelope.setUnitStatus(write(status));
        } else if (message instanceof Heartbeat heartbeat) {
            envelope.setHeartbeat(write(heartbeat));
        } else if (message instanceof DownlinkAck ack) {
            envelope.setDownlinkAck(
                    org.ecgnet.protocol.uplink.v1.DownlinkAck.newBuilder().addAllIds(ack.ids()));
        }
        return envelope.build().toByteArray();
    }

    public static Decoded<UplinkMessage> decode(byte[] bytes) {
        if (bytes.length > WireV1.MAX_MESSAGE_BYTES) {
            return new Decoded.Refused<>(
                    "message of " + bytes.length + " bytes (expected: at most " + WireV1.MAX_MESSAGE_BYTES + ")",
                    Optional.empty(),
                    0);
        }
        Uplink envelope;
        try {
            envelope = Uplink.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            return new Decoded.Refused<>("not a protobuf uplink message", Optional.empty(), 0);
        }
        if (envelope.getVersion() != WireV1.VERSION) {
            return V1Fields.refusal(
                    envelope, "wire version " + envelope.getVersion() + " (expected: " + WireV1.VERSION + ")");
        }
        try {
            return new Decoded.Accepted<>(read(envelope), V1Fields.instant(envelope.getSentAtMicros()), 0);
        } catch (IllegalArgumentException e) {
            return V1Fields.refusal(envelope, "bad value: " + e.getMessage());
        }
    }

    private static UplinkMessage read(Uplink envelope) {
        return switch (envelope.getBodyCase()) {
            case EXAM_STARTED -> read(envelope.getExamStarted());
            case WAVE_CHUNK -> read(envelope.getWaveChunk());
            case EXAM_ENDED -> read(envelope.getExamEnded());
            case CLINIC_CONFIRMED -> read(envelope.getClinicConfirmed());
            case PATIENT_IDENTIFIED -> read(envelope.getPatientIdentified());
            case UNIT_STATUS -> read(envelope.getUnitStatus());
            case HEARTBEAT -> read(envelope.getHeartbeat());
            case DOWNLINK_ACK -> new DownlinkAck(envelope.getDownlinkAck().getIdsList());
            case BODY_NOT_SET -> throw new IllegalArgumentException("body: none that version 1 knows");
        };
    }

    private static org.ecgnet.protocol.uplink.v1.ExamStarted write(ExamStarted started) {
        var message = org.ecgnet.protocol.uplink.v1.ExamStarted.newBuilder()
                .setExamId(V1Fields.bytes(started.examId()))
                .setStartedAtMicros(V1Fields.micros(started.startedAt()))
                .setUnit(started.unit().value())
                .setUnitModel(started.unitModel())
                .setOperator(started.operator())
                .setPatient(V1Fields.write(started.patient()))
                .setSymptoms(V1Fields.write(started.symptoms()))
                .setSampleRateHertz(started.rate().hertz())
                .setDrill(started.drill())
                .setBedside(V1Fields.write(started.bedside()));
        for (int lead = 0; lead < started.leads().size(); lead++) {
            LeadScale scale = started.scales().get(lead);
            message.addLeads(LeadFormat.newBuilder()
                    .setLead(started.leads().get(lead).label())
                    .setMicrovoltsPerCount(scale.microvoltsPerCount())
                    .setBaselineCounts(scale.baselineCounts()));
        }
        return message.build();
    }

    private static ExamStarted read(org.ecgnet.protocol.uplink.v1.ExamStarted message) {
        if (message.getSeq() != 0) {
            throw new IllegalArgumentException("seq: " + message.getSeq() + " (expected: 0 for the start)");
        }
        List<Lead> leads = new ArrayList<>();
        List<LeadScale> scales = new ArrayList<>();
        for (LeadFormat format : message.getLeadsList()) {
            leads.add(V1Fields.lead(format.getLead()));
            scales.add(new LeadScale(format.getMicrovoltsPerCount(), format.getBaselineCounts()));
        }
        return new ExamStarted(
                V1Fields.examId(message.getExamId()),
                V1Fields.instant(message.getStartedAtMicros()),
                new UnitId(message.getUnit()),
                message.getUnitModel(),
                message.getOperator(),
                V1Fields.read(message.getPatient()),
                V1Fields.read(message.getSymptoms()),
                new SampleRate(message.getSampleRateHertz()),
                leads,
                scales,
                message.getDrill(),
                V1Fields.read(message.getBedside()));
    }

    private static org.ecgnet.protocol.uplink.v1.WaveChunk write(WaveChunk chunk) {
        return org.ecgnet.protocol.uplink.v1.WaveChunk.newBuilder()
                .setExamId(V1Fields.bytes(chunk.examId()))
                .setSeq(chunk.seq())
                .setFirstSample(chunk.firstSample())
                .setSamples(chunk.samples())
                .setWaveform(V1Fields.bytes(chunk.waveform()))
                .setCrc32C(chunk.crc32c())
                .addAllLeadsOff(V1Fields.write(chunk.marks().leadsOff()))
                .addAllPaceSamples(chunk.marks().paceSamples())
                .addAllButtonSamples(chunk.marks().buttonSamples())
                .addAllGaps(chunk.marks().gaps())
                .build();
    }

    private static WaveChunk read(org.ecgnet.protocol.uplink.v1.WaveChunk message) {
        return new WaveChunk(
                V1Fields.examId(message.getExamId()),
                message.getSeq(),
                message.getFirstSample(),
                message.getSamples(),
                Bytes.of(message.getWaveform().toByteArray()),
                message.getCrc32C(),
                V1Fields.marks(message));
    }

    private static org.ecgnet.protocol.uplink.v1.ExamEnded write(ExamEnded ended) {
        return org.ecgnet.protocol.uplink.v1.ExamEnded.newBuilder()
                .setExamId(V1Fields.bytes(ended.examId()))
                .setSeq(ended.seq())
                .setChunks(ended.chunks())
                .setSamples(ended.samples())
                .setSha256(V1Fields.bytes(ended.sha256()))
                .setEndedAtMicros(V1Fields.micros(ended.endedAt()))
                .setReason(
                        switch (ended.reason()) {
                            case COMPLETE -> EndReason.END_REASON_COMPLETE;
                            case UNIT_LOST -> EndReason.END_REASON_UNIT_LOST;
                            case STOPPED -> EndReason.END_REASON_STOPPED;
                            case POWER_LOST -> EndReason.END_REASON_POWER_LOST;
                        })
                .build();
    }

    private static ExamEnded read(org.ecgnet.protocol.uplink.v1.ExamEnded message) {
        return new ExamEnded(
                V1Fields.examId(message.getExamId()),
                message.getSeq(),
                message.getChunks(),
                message.getSamples(),
                Bytes.of(message.getSha256().toByteArray()),
                V1Fields.instant(message.getEndedAtMicros()),
                switch (message.getReason()) {
                    case END_REASON_COMPLETE -> UplinkMessage.EndReason.COMPLETE;
                    case END_REASON_UNIT_LOST -> UplinkMessage.EndReason.UNIT_LOST;
                    case END_REASON_STOPPED -> UplinkMessage.EndReason.STOPPED;
                    case END_REASON_POWER_LOST -> UplinkMessage.EndReason.POWER_LOST;
                    case UNRECOGNIZED -> throw new IllegalArgumentException("reason: unknown");
                });
    }

    private static org.ecgnet.protocol.uplink.v1.ClinicConfirmed write(ClinicConfirmed confirmed) {
        return org.ecgnet.protocol.uplink.v1.ClinicConfirmed.newBuilder()
                .setExamId(V1Fields.bytes(confirmed.examId()))
                .setSeq(confirmed.seq())
                .setAction(confirmed.action().name())
                .setBy(confirmed.by())
                .setAtMicros(V1Fields.micros(confirmed.at()))
                .setWords(confirmed.words())
                .build();
    }

    private static ClinicConfirmed read(org.ecgnet.protocol.uplink.v1.ClinicConfirmed message) {
        return new ClinicConfirmed(
                V1Fields.examId(message.getExamId()),
                message.getSeq(),
                V1Fields.named(UplinkMessage.ClinicAction.class, message.getAction()),
                message.getBy(),
                V1Fields.instant(message.getAtMicros()),
                message.getWords());
    }

    private static org.ecgnet.protocol.uplink.v1.PatientIdentified write(PatientIdentified identified) {
        return org.ecgnet.protocol.uplink.v1.PatientIdentified.newBuilder()
                .setExamId(V1Fields.bytes(identified.examId()))
                .setSeq(identified.seq())
                .setPatient(V1Fields.write(identified.patient()))
                .setBy(identified.by())
                .setAtMicros(V1Fields.micros(identified.at()))
                .build();
    }

    private static PatientIdentified read(org.ecgnet.protocol.uplink.v1.PatientIdentified message) {
        return new PatientIdentified(
                V1Fields.examId(message.getExamId()),
                message.getSeq(),
                V1Fields.read(message.getPatient()),
                message.getBy(),
                V1Fields.instant(message.getAtMicros()));
    }

    private static org.ecgnet.protocol.uplink.v1.UnitStatus write(UnitStatus status) {
        var message = org.ecgnet.protocol.uplink.v1.UnitStatus.newBuilder()
                .setUnit(status.unit().value())
                .setUnitModel(status.unitModel())
                .setConnected(status.connected())
                .setAtMicros(V1Fields.micros(status.at()));
        status.batteryPercent().ifPresent(message::setBatteryPercent);
        status.leadsOff().forEach(lead -> message.addLeadsOff(lead.label()));
        return message.build();
    }

    private static UnitStatus read(org.ecgnet.protocol.uplink.v1.UnitStatus message) {
        return new UnitStatus(
                new UnitId(message.getUnit()),
                message.getUnitModel(),
                message.getConnected(),
                message.hasBatteryPercent() ? OptionalInt.of(message.getBatteryPercent()) : OptionalInt.empty(),
                message.getLeadsOffList().stream().map(V1Fields::lead).toList(),
                V1Fields.instant(message.getAtMicros()));
    }

    private static org.ecgnet.protocol.uplink.v1.Heartbeat write(Heartbeat heartbeat) {
        return org.ecgnet.protocol.uplink.v1.Heartbeat.newBuilder()
                .setAtMicros(V1Fields.micros(heartbeat.at()))
                .setSoftwareVersion(heartbeat.softwareVersion())
                .setQueuedItems(heartbeat.queuedItems())
                .setOldestQueuedMicros(
                        heartbeat.oldestQueued().map(V1Fields::micros).orElse(0L))
                .setFreeDiskBytes(heartbeat.freeDiskBytes())
                .build();
    }

    private static Heartbeat read(org.ecgnet.protocol.uplink.v1.Heartbeat message) {
        return new Heartbeat(
                V1Fields.instant(message.getAtMicros()),
                message.getSoftwareVersion(),
                message.getQueuedItems(),
                message.getOldestQueuedMicros() == 0
                        ? Optional.empty()
                        : Optional.of(V1Fields.instant(message.getOldestQueuedMicros())),
                message.getFreeDiskBytes());
    }
}
