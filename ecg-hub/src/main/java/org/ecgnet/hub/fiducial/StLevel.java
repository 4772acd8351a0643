package org.ecgnet.hub.fiducial;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.measure.Delineation;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.MedianBeat;

/**
 * Where ST stands in a lead, in microvolts against the level before the QRS.
 *
 * @param j at the J point
 * @param j60 60 ms after it
 */
public record StLevel(double j, double j60) {

    /** Of every lead, by the engine's own reading of the beat between these marks, of which the QRS must be there. */
    static Map<Lead, StLevel> of(MedianBeat beat, BeatMarks marks) {
        var waves = new Delineation(
                marks.at(Fiducial.P_ON),
                OptionalInt.empty(),
                marks.at(Fiducial.P_OFF),
                marks.at(Fiducial.QRS_ON).orElseThrow(),
                marks.at(Fiducial.J).orElseThrow(),
                marks.at(Fiducial.T_PEAK),
                marks.at(Fiducial.T_END));
        Map<Lead, StLevel> levels = new TreeMap<>();
        beat.levels(waves).forEach((lead, level) -> levels.put(lead, of(level)));
        return Collections.unmodifiableMap(levels);
    }

    private static StLevel of(LeadLevels level) {
        return new StLevel(level.j(), level.j60());
    }
}
