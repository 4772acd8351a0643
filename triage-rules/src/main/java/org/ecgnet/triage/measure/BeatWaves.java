package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Biquad;
import org.ecgnet.triage.signal.Smoothing;
import org.ecgnet.triage.signal.ZeroPhase;

/**
 * Marks the waves of every beat in every lead, for an evaluation against annotations and for the viewer.
 *
 * <p>The boundaries are found on the median beat of the beat's class, where noise is averaged out, and carried to the beat
 * by its alignment.
 */
public final class BeatWaves {

    private final LeadSignals level;
    private final double usualRr;
    private final BeatClasses classes;
    private final Map<Lead, List<BeatFiducials>> found = new EnumMap<>(Lead.class);

    private BeatWaves(MeasuredEcg ecg) {
        LeadSignals signals = ecg.signals();
        int[] r = ecg.beats().stream().mapToInt(Beat::r).toArray();
        double[] rr = new double[Math.max(0, r.length - 1)];
        for (int k = 0; k < rr.length; k++) {
            rr[k] = r[k + 1] - r[k];
        }
        this.usualRr = rr.length == 0 ? signals.rate().hertz() : Smoothing.median(rr, 0, rr.length);
        this.classes = BeatClasses.of(signals.independent(), r);
        double[][] raw = signals.microvolts();
        double[][] high = new double[raw.length][];
        for (int k = 0; k < raw.length; k++) {
            high[k] = ZeroPhase.filter(raw[k], signals.rate().hertz(), Biquad.highPass(signals.rate(), 0.5));
        }
        this.level = LeadSignals.of(signals.rate(), signals.leads(), high);
    }

    /** By lead the beats that show a QRS in it, in order; a lead that was not measured is not in the map. */
    public static Map<Lead, List<BeatFiducials>> of(MeasuredEcg ecg) {
        BeatWaves waves = new BeatWaves(ecg);
        for (Lead lead : ecg.signals().leads()) {
            waves.found.put(lead, new ArrayList<>());
        }
        for (int group = 0; group < waves.classes.count(); group++) {
            waves.mark(group);
        }
        Map<Lead, List<BeatFiducials>> sorted = new EnumMap<>(Lead.class);
        waves.found.forEach((lead, beats) -> sorted.put(
                lead,
                beats.stream().sorted((a, b) -> Integer.compare(a.r(), b.r())).toList()));
        return sorted;
    }

    private void mark(int group) {
        List<Integer> members = new ArrayList<>();
        for (int beat = 0; beat < classes.beats(); beat++) {
            if (classes.of(beat) == group) {
                members.add(classes.aligned(beat));
            }
        }
        if (members.isEmpty()) {
            return;
        }
        MedianBeat median = MedianBeat.of(
                level, members.stream().mapToInt(Integer::intValue).toArray(), usualRr);
        SampleRate rate = level.rate();
        int last = (int) Math.min(median.length() - 2, usualRr - rate.samplesIn(100));
        for (int k = 0; k < median.leads().size(); k++) {
            Optional<LeadWaves> waves = Delineator.lead(rate, median.microvolts()[k], median.r(), last);
            List<BeatFiducials> beats = found.computeIfAbsent(median.leads().get(k), lead -> new ArrayList<>());
            for (int r : members) {
                waves.ifPresent(w -> beats.add(fiducials(w, r - median.r())));
            }
        }
    }

    private BeatFiducials fiducials(LeadWaves waves, int shift) {
        return new BeatFiducials(
                at(waves.pOn(), shift),
                at(waves.pPeak(), shift),
                at(waves.pOff(), shift),
                inside(waves.qrsOn() + shift),
                inside((waves.qrsOn() + waves.qrsOff()) / 2 + shift),
                inside(waves.qrsOff() + shift),
                OptionalInt.empty(),
                at(waves.tPeak(), shift),
                at(waves.tOff(), shift));
    }

    private int inside(int sample) {
        return Math.max(0, Math.min(level.length() - 1, sample));
    }

    private OptionalInt at(int sample, int shift) {
        int there = sample + shift;
        return sample < 0 || there < 0 || there >= level.length() ? OptionalInt.empty() : OptionalInt.of(there);
    }
}
