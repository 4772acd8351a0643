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

    /**
     * The marks of a part, counted from its first sample.
     *
     * @param from first sample of the part
     * @param to the sample after its last
     */
    public UnitMarks between(int from, int to) {
        List<LeadOff> off = leadsOff.stream()
                .filter(run -> run.from() < to && run.to() > from)
                .map(run -> new LeadOff(run.lead(), Math.max(0, run.from() - from), Math.min(to, run.to()) - from))
                .toList();
        return new UnitMarks(
                off, between(paceSamples, from, to), between(buttonSamples, from, to), between(gaps, from, to));
    }

    private static List<Integer> between(List<Integer> samples, int from, int to) {
        return samples.stream()
                .filter(sample -> sample >= from && sample < to)
                .map(sample -> sample - from)
                .toList();
    }
}
