package org.ecgnet.protocol.uplink;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.ecg.UnitMarks;

/** What an edge agent tells the hub. */
public sealed interface UplinkMessage {

    /** A message about one exam, numbered from 0 without a gap and stored once by the hub. */
    sealed interface OfExam extends UplinkMessage {
        ExamId examId();

        int seq();
    }

    /**
     * The exam begins; always {@code seq} 0.
     *
     * @param startedAt first sample by the edge's clock
     * @param operator who records, as the clinic names its staff; may be empty
     * @param scales one a lead, in the order of {@code leads}
     * @param drill an exercise, kept out of every figure
     */
    record ExamStarted(
            ExamId examId,
            Instant startedAt,
            UnitId unit,
            String unitModel,
            String operator,
            Patient patient,
            Symptoms symptoms,
            SampleRate rate,
            List<Lead> leads,
            List<LeadScale> scales,
            boolean drill)
            implements OfExam {

        public ExamStarted {
            leads = List.copyOf(leads);
            scales = List.copyOf(scales);
            if (leads.isEmpty() || leads.size() != scales.size()) {
                throw new IllegalArgumentException(
                        "leads: " + leads.size() + ", scales: " + scales.size() + " (expected: as many, at least one)");
            }
        }

        @Override
        public int seq() {
            return 0;
        }
    }

    /**
     * About one second of samples.
     *
     * @param seq from 1
     * @param firstSample index of the chunk's first sample in the recording
     * @param samples of each lead
     * @param waveform codec version byte and its form, see {@code protocol.codec}
     * @param crc32c of the raw samples as little-endian int32, lead after lead
     * @param marks sample numbers count from the chunk's first sample
     */
    record WaveChunk(ExamId examId, int seq, int firstSample, int samples, Bytes waveform, int crc32c, UnitMarks marks)
            implements OfExam {

        public WaveChunk {
            if (seq < 1 || firstSample < 0 || samples < 1) {
                throw new IllegalArgumentException("seq: " + seq + ", firstSample: " + firstSample + ", samples: "
                        + samples + " (expected: seq and samples from 1, firstSample from 0)");
            }
        }
    }

    /**
     * The recording is over.
     *
     * @param seq one above the last chunk's
     * @param sha256 32 bytes, over the raw samples as little-endian int32, sample after sample, leads in order
     */
    record ExamEnded(ExamId examId, int seq, int chunks, int samples, Bytes sha256, Instant endedAt, EndReason reason)
            implements OfExam {

        public ExamEnded {
            if (chunks < 0 || seq != chunks + 1 || samples < 0 || sha256.length() != 32) {
                throw new IllegalArgumentException("seq: " + seq + ", chunks: " + chunks + ", samples: " + samples
                        + ", sha256 bytes: " + sha256.length() + " (expected: seq = chunks + 1, 32 bytes)");
            }
        }
    }

    /** Why a recording ended. */
    enum EndReason {
        COMPLETE,
        UNIT_LOST,
        STOPPED,
        POWER_LOST
    }

    /**
     * Somebody at the clinic saw the result or acted on it.
     *
     * @param seq above the {@link ExamEnded}'s
     * @param by as the clinic names its staff
     */
    record ClinicConfirmed(ExamId examId, int seq, ClinicAction action, String by, Instant at) implements OfExam {}

    /** What a clinic may confirm. */
    enum ClinicAction {
        SEEN,
        CALLED_120,
        TRANSFERRED
    }

    /** How a unit is, sent on change and once a minute. */
    record UnitStatus(
            UnitId unit,
            String unitModel,
            boolean connected,
            OptionalInt batteryPercent,
            List<Lead> leadsOff,
            Instant at)
            implements UplinkMessage {

        public UnitStatus {
            leadsOff = List.copyOf(leadsOff);
        }
    }

    /** The edge agent lives. */
    record Heartbeat(
            Instant at, String softwareVersion, int queuedItems, Optional<Instant> oldestQueued, long freeDiskBytes)
            implements UplinkMessage {}

    /** The edge has durably stored these downlink messages. */
    record DownlinkAck(List<Long> ids) implements UplinkMessage {
        public DownlinkAck {
            ids = List.copyOf(ids);
        }
    }
}
