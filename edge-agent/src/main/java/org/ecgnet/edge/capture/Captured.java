package org.ecgnet.edge.capture;

import java.util.Set;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;

/** What the capture made of an event, in the order in which it is to be stored. */
public sealed interface Captured {

    /** The first sample is there. */
    record Began(ExamStarted message) implements Captured {}

    /**
     * About a second of it.
     *
     * @param counts by lead and sample, as in the message
     * @param leadsOff leads off at any moment of the chunk
     */
    record Grew(WaveChunk message, int[][] counts, Set<Lead> leadsOff) implements Captured {
        public Grew {
            leadsOff = Set.copyOf(leadsOff);
        }
    }

    /**
     * It is over; the unit is to be stopped.
     *
     * @param recording with at least one sample: the whole, or of a long one its last seconds
     * @param firstSample where that begins in the whole
     */
    record Ended(ExamEnded message, Recording recording, int firstSample, Patient patient, Symptoms symptoms)
            implements Captured {}

    /** No sample ever came: there is no exam. The unit is to be stopped. */
    record NeverBegan(ExamId examId, WhyNot why) implements Captured {}

    /** Why a recording that was asked for has no sample. */
    enum WhyNot {
        NO_SAMPLES,
        UNIT_LOST,
        STOPPED
    }
}
