package org.ecgnet.ecg;

import java.util.List;

/**
 * What the unit itself said about its samples.
 *
 * @param leadsOff stretches with an electrode off, any order
 * @param paceSamples samples at which the unit's hardware saw a pacing pulse, ascending
 * @param buttonSamples samples at which the patient pressed the button, ascending
 * @param gaps samples at which data before them was lost between unit and edge, ascending; the lost ones are not filled in
 */
public record UnitMarks(
        List<LeadOff> leadsOff, List<Integer> paceSamples, List<Integer> buttonSamples, List<Integer> gaps) {

    public static final UnitMarks NONE = new UnitMarks(List.of(), List.of(), List.of(), List.of());

    public UnitMarks {
        leadsOff = List.copyOf(leadsOff);
        paceSamples = List.copyOf(paceSamples);
        buttonSamples = List.copyOf(buttonSamples);
        gaps = List.copyOf(gaps);
    }
}
