package org.ecgnet.edge.page;

import java.util.OptionalInt;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Symptoms;

/**
 * What the clinic wants recorded.
 *
 * @param seconds length; empty takes the setting's
 * @param emergency may be recorded even when the disk is nearly full
 * @param drill an exercise, kept out of every figure
 */
public record StartRequest(
        Patient patient, Symptoms symptoms, String operator, OptionalInt seconds, boolean emergency, boolean drill) {}
