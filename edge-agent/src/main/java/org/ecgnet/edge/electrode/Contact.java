package org.ecgnet.edge.electrode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.quality.LeadQuality;
import org.ecgnet.triage.quality.LeadTrouble;
import org.ecgnet.triage.quality.SignalQuality;

/**
 * How the electrodes are, from the last seconds.
 *
 * @param lights one a recorded or derived lead
 * @param on sites that surely make contact
 * @param ready good enough to record: no light is red and most are green
 * @param doubt electrodes that may be exchanged, when the signal is good enough to tell
 */
public record Contact(List<LeadLight> lights, Set<Site> on, boolean ready, Optional<PlacementDoubt> doubt) {

    private static final int JUDGED_SECONDS = 4;

    /** Proposed: a quarter of the leads may be poor. */
    private static final double MOST_YELLOW = 0.25;

    public Contact {
        lights = List.copyOf(lights);
        on = Set.copyOf(on);
    }

    /** Judges the last seconds of the running trace; what was before them is seen only in where the electrodes are. */
    public static Contact of(Recording seconds) {
        int length = seconds.waveform().length();
        int judged = Math.min(length, JUDGED_SECONDS * seconds.waveform().rate().hertz());
        return ofAll(seconds.between(length - judged, length));
    }

    /** The same, with such a doubt. */
    public Contact with(Optional<PlacementDoubt> placement) {
        return new Contact(lights, on, ready, placement);
    }

    private static Contact ofAll(Recording seconds) {
        UnitMarks marks = seconds.marks();
        LeadSignals raw = LeadSignals.of(seconds.waveform()).withoutPulses(marks.paceSamples());
        SignalQuality quality = SignalQuality.of(raw, raw.withoutHum(), marks);
        return of(quality);
    }

    private static Contact of(SignalQuality quality) {
        List<LeadLight> lights = new ArrayList<>();
        Set<Lead> carrying = EnumSet.noneOf(Lead.class);
        int yellow = 0;
        boolean red = quality.leads().isEmpty();
        for (LeadQuality lead : quality.leads()) {
            LeadLight.Colour colour = colour(lead);
            lights.add(new LeadLight(lead.lead(), colour, lead.trouble()));
            yellow += colour == LeadLight.Colour.YELLOW ? 1 : 0;
            red |= colour == LeadLight.Colour.RED;
            if (touches(lead.trouble())) {
                carrying.add(lead.lead());
            }
        }
        return new Contact(
                lights, Site.provenBy(carrying), !red && yellow <= MOST_YELLOW * lights.size(), Optional.empty());
    }

    private static LeadLight.Colour colour(LeadQuality lead) {
        return lead.trouble().isEmpty()
                ? LeadLight.Colour.GREEN
                : lead.usable() ? LeadLight.Colour.YELLOW : LeadLight.Colour.RED;
    }

    /** A noisy or wandering lead hangs on the skin; one that is flat, jumping or saturated may not. */
    private static boolean touches(Optional<LeadTrouble> trouble) {
        return trouble.isEmpty() || trouble.get().compareTo(LeadTrouble.NOISY) >= 0;
    }
}
