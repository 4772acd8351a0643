package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.Comparator;
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
 * by its alignment; P and T of a beat are shifted to where they correlate best. P is marked where something stands before the
 * beats again and again that is no flutter, and before beats of another shape where it is the P of the usual ones.
 */
public final class BeatWaves {

    /** Correlation with the median P from which a beat shows it. */
    private static final double P_ALIKE = 0.5;

    /** Correlation from which a shifted wave is believed. */
    private static final double SHIFT_ALIKE = 0.7;

    /**
     * Atria that repeat themselves this well, and without a pause, flutter: LUDB's annotators mark no P in them. The flutter
     * of 11 open recordings reaches 0.70 (one 0.15), simulated flutter of changing ratio 0.53, of which the average beat
     * takes away a part; the sinus rhythms of LUDB stay below 0.37, of all other sets one reaches 0.56.
     */
    private static final double FLUTTER_AGAIN = 0.5;

    /** Fewer beats do not tell whether what stands before them comes again. */
    private static final int FEWEST_BEATS = 4;

    private static final double P_REACH_MILLIS = 60;
    private static final double SHOWN_REACH_MILLIS = 20;
    private static final double T_REACH_MILLIS = 30;
    private static final double MARGIN_MILLIS = 10;

    /** A ventricle answers its pulse within this time to R, however wide the complex. */
    private static final double PULSE_REACH_MILLIS = 200;

    /** Pulse and decay are over: annotators mark what comes after. The longest pulse of LUDB is a box of 24 ms. */
    private static final double PULSE_OVER_MILLIS = 24;

    private final SampleRate rate;
    private final LeadSignals level;
    private final double usualRr;
    private final BeatClasses classes;
    private final boolean atriaLead;
    private final List<Integer> pulses;
    private final Map<Lead, List<BeatFiducials>> found = new EnumMap<>(Lead.class);
    private Optional<Usual> usual = Optional.empty();

    /** The P of the dominant beats: their median, its P by lead, and their QRS onset. */
    private record Usual(MedianBeat median, int[][] p, int qrsOn) {}

    private BeatWaves(MeasuredEcg ecg, List<Integer> pulses) {
        this.pulses = pulses;
        LeadSignals signals = ecg.signals();
        this.rate = signals.rate();
        int[] r = ecg.beats().stream().mapToInt(Beat::anchor).toArray();
        double[] rr = new double[Math.max(0, r.length - 1)];
        for (int k = 0; k < rr.length; k++) {
            rr[k] = r[k + 1] - r[k];
        }
        this.usualRr = rr.length == 0 ? rate.hertz() : Smoothing.median(rr, 0, rr.length);
        this.classes = BeatClasses.of(signals.independent(), r);
        double[][] high = ZeroPhase.filter(signals.microvolts(), rate.hertz(), Biquad.highPass(rate, 0.5));
        this.level = LeadSignals.of(rate, signals.leads(), high);
        this.atriaLead = ecg.beats().size() < FEWEST_BEATS
                || ecg.atrial().reproducibility() >= AtrialMeasuring.P_AGAIN
                        && ecg.atrial().cycleStrength() < FLUTTER_AGAIN;
        signals.leads().forEach(lead -> found.put(lead, new ArrayList<>()));
    }

    /** By lead the beats in order; a lead that was not measured is not in the map. */
    public static Map<Lead, List<BeatFiducials>> of(MeasuredEcg ecg) {
        return of(ecg, List.of());
    }

    /**
     * The same of a recording of a paced heart.
     *
     * @param pulses samples of the pacing pulses
     */
    public static Map<Lead, List<BeatFiducials>> of(MeasuredEcg ecg, List<Integer> pulses) {
        BeatWaves waves = new BeatWaves(ecg, pulses);
        int dominant = waves.classes.dominant();
        if (dominant >= 0) {
            waves.mark(dominant);
        }
        for (int group = 0; group < waves.classes.count(); group++) {
            if (group != dominant) {
                waves.mark(group);
            }
        }
        waves.found.values().forEach(beats -> beats.sort(Comparator.comparingInt(BeatFiducials::r)));
        return waves.found;
    }

    private void mark(int group) {
        List<Integer> members = new ArrayList<>();
        for (int beat = 0; beat < classes.beats(); beat++) {
            if (classes.of(beat) == group) {
                members.add(classes.aligned(beat));
            }
        }
        int[] r = members.stream().mapToInt(Integer::intValue).toArray();
        if (r.length == 0) {
            return;
        }
        MedianBeat median = MedianBeat.of(level, r, usualRr);
        Delineator.global(median, usualRr).ifPresent(global -> mark(median, global, r));
    }

    private void mark(MedianBeat median, Delineation global, int[] r) {
        LeadWaves waves = LeadWaves.of(median, global, usualRr);
        Optional<int[][]> p = waves.p();
        int[] pShift = p.map(found -> shifts(median, found, r, P_REACH_MILLIS)).orElse(new int[0]);
        Optional<int[][]> t = waves.t();
        int[] tShift = t.map(found -> shifts(median, found, r, T_REACH_MILLIS)).orElse(new int[0]);
        boolean withP =
                atriaLead && pShift.length > 0 && shown(median, global.qrsOn(), p.orElseThrow(), r) * 2 >= r.length;
        if (withP && usual.isEmpty()) {
            usual = Optional.of(new Usual(median, p.orElseThrow(), global.qrsOn()));
        }
        int[][] qrs = LeadQrs.of(median, global, usualRr, behindPulse(r, median.r()));
        for (int lead = 0; lead < qrs.length; lead++) {
            List<BeatFiducials> beats = found.computeIfAbsent(median.leads().get(lead), any -> new ArrayList<>());
            for (int beat = 0; beat < r.length; beat++) {
                int shift = r[beat] - median.r();
                double[] x = median.microvolts()[lead];
                int[] pAt = withP ? moved(p.orElseThrow()[lead], shift + pShift[beat]) : new int[0];
                int[] tAt = t.isPresent() ? moved(t.orElseThrow()[lead], shift + tShift[beat]) : new int[0];
                beats.add(new BeatFiducials(
                        at(pAt, 0),
                        at(pAt, 1),
                        at(pAt, 2),
                        inside(qrs[lead][0] + shift),
                        inside(RPlace.of(x, qrs[lead][0], qrs[lead][1]) + shift),
                        inside(qrs[lead][1] + shift),
                        at(tAt, 0),
                        at(tAt, 1),
                        at(tAt, 2)));
            }
        }
    }

    /** The sample of the median beat at which the pulse that drives these beats is over; 0 when none does. */
    private int behindPulse(int[] r, int medianR) {
        List<Integer> before = new ArrayList<>();
        for (int beat : r) {
            pulses.stream()
                    .filter(pulse -> pulse <= beat && beat - pulse <= rate.samplesIn(PULSE_REACH_MILLIS))
                    .max(Comparator.naturalOrder())
                    .ifPresent(pulse -> before.add(beat - pulse));
        }
        if (before.size() * 2 <= r.length) {
            return 0;
        }
        before.sort(Comparator.naturalOrder());
        return medianR - before.get(before.size() / 2) + rate.samplesIn(PULSE_OVER_MILLIS);
    }

    private int[] span(int[][] waves, MedianBeat median) {
        int from = Integer.MAX_VALUE;
        int to = 0;
        for (int[] wave : waves) {
            from = Math.min(from, wave[0]);
            to = Math.max(to, wave[2]);
        }
        int margin = rate.samplesIn(MARGIN_MILLIS);
        return new int[] {Math.max(0, from - margin), Math.min(median.length(), to + margin)};
    }

    private int[] shifts(MedianBeat median, int[][] waves, int[] r, double reachMillis) {
        int[] span = span(waves, median);
        WaveShift wave = new WaveShift(median.microvolts(), span[0], span[1], level.microvolts());
        int[] shifts = new int[r.length];
        for (int beat = 0; beat < r.length; beat++) {
            WaveShift.Best best = wave.around(
                    span[0] + r[beat] - median.r(), rate.samplesIn(reachMillis), Math.max(1, rate.samplesIn(2)));
            shifts[beat] = best.alike() >= SHIFT_ALIKE ? best.samples() : 0;
        }
        return shifts;
    }

    /** In how many of the beats P stands: that of the dominant beats, once it is known. */
    private int shown(MedianBeat median, int qrsOn, int[][] waves, int[] r) {
        Usual p = usual.orElse(new Usual(median, waves, qrsOn));
        int[] span = span(p.p, p.median);
        WaveShift wave = new WaveShift(p.median.microvolts(), span[0], span[1], level.microvolts());
        int fromR = span[0] - p.qrsOn + qrsOn - median.r();
        double reach = usual.isEmpty() ? SHOWN_REACH_MILLIS : P_REACH_MILLIS;
        int shown = 0;
        for (int beat : r) {
            WaveShift.Best best = wave.around(fromR + beat, rate.samplesIn(reach), rate.samplesIn(4));
            shown += best.alike() >= P_ALIKE ? 1 : 0;
        }
        return shown;
    }

    private static int[] moved(int[] wave, int shift) {
        return new int[] {wave[0] + shift, wave[1] + shift, wave[2] + shift};
    }

    private int inside(int sample) {
        return Math.max(0, Math.min(level.length() - 1, sample));
    }

    private OptionalInt at(int[] wave, int which) {
        return wave.length == 0 || wave[which] < 0 || wave[which] >= level.length()
                ? OptionalInt.empty()
                : OptionalInt.of(wave[which]);
    }
}
