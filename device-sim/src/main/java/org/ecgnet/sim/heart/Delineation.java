package org.ecgnet.sim.heart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ecgnet.ecg.Lead;

/** Computes a {@link BeatShape} from the waves, by the rules stated there. */
final class Delineation {

    private static final double QRS_MICROVOLTS = 20;
    private static final double PART_OF_PEAK = .05;
    private static final double STEP_MILLIS = .5;

    private Delineation() {}

    static BeatShape of(Morphology shape) {
        Optional<WaveSpan> qrs = span(shape, WaveKind.QRS);
        Map<Lead, Double> st = new EnumMap<>(Lead.class);
        qrs.ifPresent(found -> {
            double[] before = sum(shape.waves(), found.onMillis(), wave -> wave.kind() != WaveKind.SPIKE);
            double[] at = sum(shape.waves(), found.offMillis(), wave -> wave.kind() != WaveKind.SPIKE);
            for (Lead lead : Lead.STANDARD_12) {
                st.put(lead, LeadVector.lead(lead, at) - LeadVector.lead(lead, before));
            }
        });
        return new BeatShape(shape.label(), span(shape, WaveKind.P), qrs, span(shape, WaveKind.T), st);
    }

    private static Optional<WaveSpan> span(Morphology shape, WaveKind kind) {
        List<Wave> waves =
                shape.waves().stream().filter(wave -> wave.kind() == kind).toList();
        if (waves.isEmpty()) {
            return Optional.empty();
        }
        double from = waves.stream()
                .mapToDouble(wave -> wave.atMillis() - wave.reachMillis())
                .min()
                .orElseThrow();
        double to = waves.stream()
                .mapToDouble(wave -> wave.atMillis() + wave.reachMillis())
                .max()
                .orElseThrow();
        double largest = 0;
        double greatest = 0;
        double peak = from;
        for (double at = from; at <= to; at += STEP_MILLIS) {
            double[] eight = sum(waves, at, wave -> true);
            largest = Math.max(largest, largest(eight));
            double power = power(eight);
            if (power > greatest) {
                greatest = power;
                peak = at;
            }
        }
        double threshold = kind == WaveKind.QRS ? QRS_MICROVOLTS : PART_OF_PEAK * largest;
        double on = peak;
        double off = peak;
        for (double at = from; at <= to; at += STEP_MILLIS) {
            if (largest(sum(waves, at, wave -> true)) > threshold) {
                on = Math.min(on, at);
                off = Math.max(off, at);
            }
        }
        return Optional.of(new WaveSpan(on, peak, off));
    }

    private static double[] sum(List<Wave> waves, double millis, Predicate<Wave> which) {
        double[] eight = new double[LeadVector.LEADS];
        for (Wave wave : waves) {
            double size = which.test(wave) ? wave.shape(millis) : 0;
            for (int lead = 0; lead < eight.length; lead++) {
                eight[lead] += size * wave.microvolts()[lead];
            }
        }
        return eight;
    }

    private static double largest(double[] eight) {
        double largest = 0;
        for (Lead lead : Lead.STANDARD_12) {
            largest = Math.max(largest, Math.abs(LeadVector.lead(lead, eight)));
        }
        return largest;
    }

    private static double power(double[] eight) {
        double power = 0;
        for (double microvolts : eight) {
            power += microvolts * microvolts;
        }
        return power;
    }
}
