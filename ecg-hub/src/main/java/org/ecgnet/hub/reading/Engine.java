package org.ecgnet.hub.reading;

import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.Reading;

/** What reads a recording: {@code Triage::read}. May throw; the caller raises the exam then. */
@FunctionalInterface
public interface Engine {
    Reading read(Recording recording, Patient patient, Symptoms symptoms);
}
