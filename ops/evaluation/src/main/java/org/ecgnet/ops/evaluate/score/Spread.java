package org.ecgnet.ops.evaluate.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Numbers of one kind: mean, standard deviation and quantiles. */
final class Spread {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    void each(DoubleConsumer consumer) {
        values.forEach(consumer::accept);
    }

    int count() {
        return values.size();
    }

    double mean() {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Of a sample: divided by one less than the count; not a number for fewer than two. */
    double deviation() {
        double mean = mean();
        double sum = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return values.size() < 2 ? Double.NaN : Math.sqrt(sum / (values.size() - 1));
    }

    /** Linear between the sorted values; not a number for none. */
    double quantile(double share) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    int within(double limit) {
        return (int) values.stream().filter(v -> Math.abs(v) <= limit).count();
    }

    double medianOfSizes() {
        Spread sizes = new Spread();
        values.forEach(v -> sizes.add(Math.abs(v)));
        return sizes.quantile(0.5);
    }
}
