package org.ecgnet.protocol.uplink;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.protocol.uplink.v1.LeadOffRun;
import org.ecgnet.protocol.uplink.v1.Uplink;
import org.ecgnet.protocol.uplink.v1.WaveChunk;

/** Fields that several version 1 messages share. A bad value throws {@link IllegalArgumentException}. */
final class V1Fields {

    private static final int MICROS_PER_SECOND = 1_000_000;

    private V1Fields() {}

    static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), (long) MICROS_PER_SECOND), instant.getNano() / 1000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND), Math.floorMod(micros, MICROS_PER_SECOND) * 1000L);
    }

    static ByteString bytes(ExamId examId) {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(examId.uuid().getMostSignificantBits());
        bytes.putLong(examId.uuid().getLeastSignificantBits());
        return ByteString.copyFrom(bytes.array());
    }

    static ByteString bytes(Bytes content) {
        return ByteString.copyFrom(content.toArray());
    }

    static ExamId examId(ByteString bytes) {
        if (bytes.size() != 16) {
            throw new IllegalArgumentException("exam_id: " + bytes.size() + " bytes (expected: 16)");
        }
        ByteBuffer buffer = bytes.asReadOnlyByteBuffer();
        return new ExamId(new UUID(buffer.getLong(), buffer.getLong()));
    }

    static Optional<ExamId> optionalExamId(ByteString bytes) {
        return bytes.size() == 16 ? Optional.of(examId(bytes)) : Optional.empty();
    }

    static Lead lead(String label) {
        return Lead.named(label)
                .orElseThrow(() -> new IllegalArgumentException("lead: unknown name (expected: I ... V9)"));
    }

    static <E extends Enum<E>> E named(Class<E> type, String name) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + ": unknown name");
    }

    static org.ecgnet.protocol.uplink.v1.Patient write(Patient patient) {
        var message = org.ecgnet.protocol.uplink.v1.Patient.newBuilder()
                .setName(patient.name().orElse(""))
                .setIdentityNumber(patient.identityNumber().orElse(""))
                .setSex(
                        switch (patient.sex()) {
                            case FEMALE -> org.ecgnet.protocol.uplink.v1.Sex.SEX_FEMALE;
                            case MALE -> org.ecgnet.protocol.uplink.v1.Sex.SEX_MALE;
                            case UNKNOWN -> org.ecgnet.protocol.uplink.v1.Sex.SEX_UNKNOWN;
                        });
        patient.ageYears().ifPresent(message::setAgeYears);
        return message.build();
    }

    static Patient read(org.ecgnet.protocol.uplink.v1.Patient message) {
        return new Patient(
                text(message.getName()),
                text(message.getIdentityNumber()),
                switch (message.getSex()) {
                    case SEX_FEMALE -> Sex.FEMALE;
                    case SEX_MALE -> Sex.MALE;
                    case SEX_UNKNOWN, UNRECOGNIZED -> Sex.UNKNOWN;
                },
                message.hasAgeYears() ? OptionalInt.of(message.getAgeYears()) : OptionalInt.empty());
    }

    static Optional<String> text(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    static org.ecgnet.protocol.uplink.v1.Symptoms write(Symptoms symptoms) {
        return org.ecgnet.protocol.uplink.v1.Symptoms.newBuilder()
                .setChestPain(symptoms.chestPain())
                .setSyncope(symptoms.syncope())
                .setDyspnoea(symptoms.dyspnoea())
                .setShock(symptoms.shock())
                .build();
    }

    static Symptoms read(org.ecgnet.protocol.uplink.v1.Symptoms message) {
        return new Symptoms(message.getChestPain(), message.getSyncope(), message.getDyspnoea(), message.getShock());
    }

    static org.ecgnet.protocol.uplink.v1.Bedside write(Bedside bedside) {
        var message = org.ecgnet.protocol.uplink.v1.Bedside.newBuilder();
        bedside.onset().ifPresent(onset -> message.setOnsetMicros(micros(onset)));
        bedside.oxygenPercent().ifPresent(message::setOxygenPercent);
        bedside.systolicMmHg().ifPresent(message::setSystolicMmhg);
        bedside.diastolicMmHg().ifPresent(message::setDiastolicMmhg);
        return message.build();
    }

    static Bedside read(org.ecgnet.protocol.uplink.v1.Bedside message) {
        return new Bedside(
                message.hasOnsetMicros() ? Optional.of(instant(message.getOnsetMicros())) : Optional.empty(),
                message.hasOxygenPercent() ? OptionalInt.of(message.getOxygenPercent()) : OptionalInt.empty(),
                message.hasSystolicMmhg() ? OptionalInt.of(message.getSystolicMmhg()) : OptionalInt.empty(),
                message.hasDiastolicMmhg() ? OptionalInt.of(message.getDiastolicMmhg()) : OptionalInt.empty());
    }

    static List<LeadOffRun> write(List<LeadOff> runs) {
        return runs.stream()
                .map(run -> LeadOffRun.newBuilder()
                        .setLead(run.lead().label())
                        .setFrom(run.from())
                        .setTo(run.to())
                        .build())
                .toList();
    }

    static UnitMarks marks(WaveChunk message) {
        List<LeadOff> leadsOff = new ArrayList<>();
        for (LeadOffRun run : message.getLeadsOffList()) {
            leadsOff.add(new LeadOff(lead(run.getLead()), run.getFrom(), run.getTo()));
        }
        return new UnitMarks(
                leadsOff, message.getPaceSamplesList(), message.getButtonSamplesList(), message.getGapsList());
    }

    static <M> Decoded.Refused<M> refusal(Uplink envelope, String reason) {
        return switch (envelope.getBodyCase()) {
            case EXAM_STARTED ->
                new Decoded.Refused<>(
                        reason, optionalExamId(envelope.getExamStarted().getExamId()), 0);
            case WAVE_CHUNK ->
                new Decoded.Refused<>(
                        reason,
                        optionalExamId(envelope.getWaveChunk().getExamId()),
                        envelope.getWaveChunk().getSeq());
            case EXAM_ENDED ->
                new Decoded.Refused<>(
                        reason,
                        optionalExamId(envelope.getExamEnded().getExamId()),
                        envelope.getExamEnded().getSeq());
            case CLINIC_CONFIRMED ->
                new Decoded.Refused<>(
                        reason,
                        optionalExamId(envelope.getClinicConfirmed().getExamId()),
                        envelope.getClinicConfirmed().getSeq());
            case PATIENT_IDENTIFIED ->
                new Decoded.Refused<>(
                        reason,
                        optionalExamId(envelope.getPatientIdentified().getExamId()),
                        envelope.getPatientIdentified().getSeq());
            case UNIT_STATUS, HEARTBEAT, DOWNLINK_ACK, BODY_NOT_SET ->
                new Decoded.Refused<>(reason, Optional.empty(), 0);
        };
    }
}
