package org.ecgnet.hub.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.protocol.codec.WaveformCodec;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicConfirmed;
import org.ecgnet.protocol.uplink.UplinkMessage.DownlinkAck;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.Heartbeat;
import org.ecgnet.protocol.uplink.UplinkMessage.PatientIdentified;
import org.ecgnet.protocol.uplink.UplinkMessage.UnitStatus;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;

/**
 * Whether the database can hold a message, asked before it joins a group: ranges, and texts of a sane length.
 *
 * <p>A clinic's clock that is hours or years off is no reason to refuse an ECG; a time outside the range below is not
 * the reading of any clock.
 */
final class Fitness {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int MOST_CHARACTERS = 200;
    /** A day at one chunk a second, and room. */
    private static final int MOST_SEQ = 100_000;

    private static final int MOST_MARKS = 10_000;
    private static final int MOST_ACKS = 1_000;

    private Fitness() {}

    /** Why not; empty when it can. */
    static Optional<String> complaint(UplinkMessage message) {
        if (message instanceof ExamStarted started) {
            return first(List.of(
                    time("started_at", started.startedAt()),
                    started.bedside().onset().flatMap(onset -> time("onset", onset)),
                    texts(started),
                    leads(started)));
        } else if (message instanceof WaveChunk chunk) {
            return first(List.of(seq(chunk.seq()), samples(chunk), marks(chunk.marks())));
        } else if (message instanceof ExamEnded ended) {
            return first(List.of(seq(ended.seq()), time("ended_at", ended.endedAt())));
        } else if (message instanceof ClinicConfirmed confirmed) {
            return first(List.of(
                    seq(confirmed.seq()),
                    confirmed.seq() < 1 ? Optional.of("seq: 0 (expected: above the end's)") : Optional.empty(),
                    time("at", confirmed.at()),
                    text("by", confirmed.by()),
                    text("words", confirmed.words())));
        } else if (message instanceof PatientIdentified identified) {
            return first(List.of(
                    seq(identified.seq()),
                    identified.seq() < 1 ? Optional.of("seq: 0 (expected: above the end's)") : Optional.empty(),
                    time("at", identified.at()),
                    text("by", identified.by()),
                    texts(identified.patient())));
        } else if (message instanceof UnitStatus status) {
            return text("unit_model", status.unitModel());
        } else if (message instanceof Heartbeat heartbeat) {
            return first(List.of(
                    text("software_version", heartbeat.softwareVersion()),
                    heartbeat.oldestQueued().flatMap(oldest -> time("oldest_queued", oldest))));
        } else if (message instanceof DownlinkAck ack && ack.ids().size() > MOST_ACKS) {
            return Optional.of("ids: " + ack.ids().size() + " (expected: at most " + MOST_ACKS + ")");
        }
        return Optional.empty();
    }

    private static Optional<String> first(List<Optional<String>> complaints) {
        return complaints.stream().flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> texts(ExamStarted started) {
        return first(List.of(
                text("operator", started.operator()),
                text("unit_model", started.unitModel()),
                texts(started.patient())));
    }

    private static Optional<String> texts(Patient patient) {
        return first(List.of(
                patient.name().flatMap(name -> text("name", name)),
                patient.identityNumber().flatMap(number -> text("identity_number", number))));
    }

    private static Optional<String> leads(ExamStarted started) {
        boolean once =
                started.leads().stream().distinct().count() == started.leads().size();
        return once ? Optional.empty() : Optional.of("leads: one is named twice");
    }

    private static Optional<String> samples(WaveChunk chunk) {
        return chunk.samples() <= WaveformCodec.MAX_SAMPLES && chunk.waveform().length() > 0
                ? Optional.empty()
                : Optional.of("samples: " + chunk.samples() + " in "
                        + chunk.waveform().length() + " bytes (expected: " + "at most " + WaveformCodec.MAX_SAMPLES
                        + ", not empty)");
    }

    private static Optional<String> marks(UnitMarks marks) {
        int all = marks.leadsOff().size()
                + marks.paceSamples().size()
                + marks.buttonSamples().size()
                + marks.gaps().size();
        return all <= MOST_MARKS
                ? Optional.empty()
                : Optional.of("marks: " + all + " (expected: at most " + MOST_MARKS + ")");
    }

    private static Optional<String> seq(int seq) {
        return seq >= 0 && seq <= MOST_SEQ
                ? Optional.empty()
                : Optional.of("seq: " + Integer.toUnsignedString(seq) + " (expected: at most " + MOST_SEQ + ")");
    }

    private static Optional<String> time(String name, Instant at) {
        return at.isBefore(EARLIEST) || at.isAfter(LATEST)
                ? Optional.of(name + ": outside 1970 to 2200")
                : Optional.empty();
    }

    private static Optional<String> text(String name, String value) {
        if (value.length() > MOST_CHARACTERS) {
            return Optional.of(
                    name + ": " + value.length() + " characters (expected: at most " + MOST_CHARACTERS + ")");
        }
        return value.indexOf(0) >= 0 ? Optional.of(name + ": holds a NUL character") : Optional.empty();
    }
}
