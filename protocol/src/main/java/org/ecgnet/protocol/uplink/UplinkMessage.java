package org.ecgnet.protocol.uplink;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Bedside;
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
     * @param bedside onset and vital signs, as far as the clinic noted them
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
            boolean drill,
            Bedside bedside)
            implements OfExam {

        /** An exam of which the clinic noted neither onset nor vital signs. */
        public ExamStarted(
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
                boolean drill) {
            this(
                    examId,
                    startedAt,
                    unit,
                    unitModel,
                    operator,
                    patient,
                    symptoms,
                    rate,
                    leads,
                    scales,
                    drill,
                    Bedside.NONE);
        }

        /** The same exam of somebody else: a patient who was identified later. */
        public ExamStarted of(Patient identified) {
            return new ExamStarted(
                    examId,
                    startedAt,
                    unit,
                    unitModel,
                    operator,
                    identified,
                    symptoms,
                    rate,
                    leads,
                    scales,
                    drill,
                    bedside);
        }

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
     * @param words what was read back or said, at most 200 characters; empty for none. May name the patient: kept out of
     *     {@link #toString()}
     */
    record ClinicConfirmed(ExamId examId, int seq, ClinicAction action, String by, Instant at, String words)
            implements OfExam {

        public ClinicConfirmed(ExamId examId, int seq, ClinicAction action, String by, Instant at) {
            this(examId, seq, action, by, at, "");
        }

        @Override
        public String toString() {
            return "ClinicConfirmed[" + examId + ", " + seq + ", " + action + "]";
        }
    }

    /** What a clinic may confirm or say. */
    enum ClinicAction {
        /** A red is read back in {@code words}. */
        SEEN,
        CALLED_120,
        TRANSFERRED,
        /** Words for the centre. */
        SAID,
        /** The clinic wants to be called; {@code words} may hold its number. */
        CALL_BACK,
        /** The centre has called. */
        CALLED_BACK,
        /** The electrodes were looked at and are right: the recording stands as it is. */
        ELECTRODES_CHECKED
    }

    /**
     * Whose recording it was: an emergency identified later, or a name that was wrong. The last one counts.
     *
     * @param seq above the {@link ExamEnded}'s
     * @param by as the clinic names its staff
     */
    record PatientIdentified(ExamId examId, int seq, Patient patient, String by, Instant at) implements OfExam {}

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
