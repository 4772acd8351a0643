package org.ecgnet.triage;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;

/**
 * One measurement behind a finding.
 *
 * @param quantity what was measured, such as {@code ST at J} or {@code RR}
 * @param value as measured
 * @param threshold the limit it was held against
 * @param unit of both, such as {@code uV}, {@code ms}, {@code /min}
 * @param lead the lead it was measured in; empty when it concerns the whole
 * @param beatSamples R samples of the beats it was measured on, ascending; may be empty
 */
public record Evidence(
        String quantity, double value, double threshold, String unit, Optional<Lead> lead, List<Integer> beatSamples) {

    public Evidence {
        beatSamples = List.copyOf(beatSamples);
    }
}
