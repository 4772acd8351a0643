package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.signal.Smoothing;

/**
 * The QRS of one lead of the median beat as the row of its deflections: {@code rS}, {@code qR}, {@code rsR'}.
 *
 * <p>A deflection counts from 20 microvolts and 3 % of the largest one on (the least wave of IEC 60601-2-25); two that
 * follow one another on the same side are one. An ST level behind an end that was set too late shows as a last, low
 * deflection, so that the end of the main one does not depend on the end of the whole.
 *
 * @param deflections in the order of time, alternating in sign
 */
public record QrsForm(List<Deflection> deflections) {

    /** A lead without QRS. */
    public static final QrsForm NONE = new QrsForm(List.of());

    private static final double LEAST_MICROVOLTS = 20;
    private static final double LEAST_SHARE = 0.03;
    private static final int LEVEL_MILLIS = 12;

    public QrsForm {
        deflections = List.copyOf(deflections);
    }

    /** Of every lead of the median beat; empty where no QRS was found. */
    public static Map<Lead, QrsForm> of(MeasuredEcg ecg) {
        if (ecg.medianBeat().isEmpty() || ecg.waves().isEmpty()) {
            return Map.of();
        }
        MedianBeat beat = ecg.medianBeat().get();
        Map<Lead, QrsForm> forms = new EnumMap<>(Lead.class);
        for (int k = 0; k < beat.leads().size(); k++) {
            forms.put(beat.leads().get(k), of(beat, k, ecg.waves().get()));
        }
        return forms;
    }

    /** Of every lead of the median of these beats; empty where they show no QRS. */
    public static Map<Lead, QrsForm> of(MeasuredEcg ecg, List<Integer> rSamples) {
        double rr = ecg.rhythm().meanRateBpm() == 0
                ? ecg.signals().rate().hertz()
                : 60.0 * ecg.signals().rate().hertz() / ecg.rhythm().meanRateBpm();
        int[] r = rSamples.stream().mapToInt(Integer::intValue).toArray();
        Map<Lead, QrsForm> forms = new EnumMap<>(Lead.class);
        if (r.length == 0 || ecg.signals().leads().isEmpty()) {
            return forms;
        }
        MedianBeat beat = MedianBeat.of(ecg.signals(), r, rr);
        Delineator.global(beat, rr).ifPresent(waves -> {
            for (int k = 0; k < beat.leads().size(); k++) {
                forms.put(beat.leads().get(k), of(beat, k, waves));
            }
        });
        return forms;
    }

    static QrsForm of(MedianBeat beat, int lead, Delineation waves) {
        double[] x = beat.microvolts()[lead];
        int on = Math.max(0, waves.qrsOn());
        int off = Math.min(x.length - 1, waves.qrsOff());
        int before = Math.max(0, on - beat.rate().samplesIn(LEVEL_MILLIS));
        double level = on > before ? Smoothing.meanOf(x, before, on) : x[on];
        double largest = 0;
        for (int i = on; i <= off; i++) {
            largest = Math.max(largest, Math.abs(x[i] - level));
        }
        double least = Math.max(LEAST_MICROVOLTS, LEAST_SHARE * largest);
        List<Deflection> found = new ArrayList<>();
        int from = on;
        while (from <= off) {
            boolean up = x[from] > level;
            int to = from;
            int peak = from;
            while (to <= off && x[to] > level == up) {
                peak = Math.abs(x[to] - level) > Math.abs(x[peak] - level) ? to : peak;
                to++;
            }
            if (Math.abs(x[peak] - level) >= least) {
                double perSample = 1000.0 / beat.rate().hertz();
                add(
                        found,
                        new Deflection(
                                x[peak] - level,
                                (from - on) * perSample,
                                (peak - on) * perSample,
                                (to - on) * perSample));
            }
            from = to;
        }
        return new QrsForm(found);
    }

    /** Joins a deflection to the one before when both lie on one side. */
    private static void add(List<Deflection> found, Deflection next) {
        if (!found.isEmpty() && found.get(found.size() - 1).positive() == next.positive()) {
            Deflection last = found.remove(found.size() - 1);
            Deflection larger = Math.abs(last.microvolts()) >= Math.abs(next.microvolts()) ? last : next;
            found.add(new Deflection(larger.microvolts(), last.fromMillis(), larger.peakMillis(), next.toMillis()));
        } else {
            found.add(next);
        }
    }

    /** Height of the tallest positive deflection, microvolts; 0 without one. */
    public double height() {
        return deflections.stream()
                .mapToDouble(Deflection::microvolts)
                .filter(v -> v > 0)
                .max()
                .orElse(0);
    }

    /** Depth of the deepest negative deflection as a positive number, microvolts; 0 without one. */
    public double depth() {
        return deflections.stream()
                .mapToDouble(Deflection::microvolts)
                .map(v -> -v)
                .filter(v -> v > 0)
                .max()
                .orElse(0);
    }

    /** Height less depth, microvolts: the lead's share of the frontal axis. */
    public double net() {
        return height() - depth();
    }

    /** The deepest negative deflection. */
    public Optional<Deflection> deepest() {
        return deflections.stream().filter(d -> !d.positive()).min(Comparator.comparingDouble(Deflection::microvolts));
    }

    /** The last positive deflection of at least half the height. */
    public Optional<Deflection> lastTall() {
        double half = height() / 2;
        return deflections.stream()
                .filter(d -> d.positive() && d.microvolts() >= half)
                .reduce((a, b) -> b);
    }

    /** Depth of a first negative deflection with a positive one behind it, as a positive number; 0 without one. */
    public double q() {
        return deflections.size() > 1 && !deflections.get(0).positive()
                ? -deflections.get(0).microvolts()
                : 0;
    }

    /** True when the first deflection is positive: an r or R. */
    public boolean beginsPositive() {
        return !deflections.isEmpty() && deflections.get(0).positive();
    }
}
