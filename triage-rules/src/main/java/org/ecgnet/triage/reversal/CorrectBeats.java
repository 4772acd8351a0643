package org.ecgnet.triage.reversal;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What beats look like when every electrode is where it belongs: for each slice of a beat the mean of the eight leads and
 * how they vary together, as a multivariate Student distribution.
 *
 * <p>The table and where it comes from stand in {@code correct-beats.conf} beside this class. Its heavy tails are there
 * for the sick: a bundle branch block or an infarct is far from the mean but must stay possible.
 *
 * @param freedom degrees of freedom of the distribution
 * @param means by slice and lead, without unit (see {@link BeatSlices#scaled()})
 * @param precisions inverse scale matrices, by slice, lead and lead
 */
record CorrectBeats(double freedom, List<double[]> means, List<double[][]> precisions) {

    private static final String TABLE = "org/ecgnet/triage/reversal/correct-beats.conf";

    /** The table that ships with the engine. */
    static final CorrectBeats LEARNT = of(ConfigFactory.parseResources(CorrectBeats.class.getClassLoader(), TABLE)
            .resolve());

    CorrectBeats {
        means = List.copyOf(means);
        precisions = List.copyOf(precisions);
    }

    private static CorrectBeats of(Config table) {
        List<double[]> means = new ArrayList<>();
        List<double[][]> precisions = new ArrayList<>();
        for (Config slice : table.getConfigList("slices")) {
            means.add(numbers(slice.getDoubleList("mean")));
            precisions.add(square(numbers(slice.getDoubleList("precision"))));
        }
        if (means.size() != BeatSlices.COUNT) {
            throw new IllegalStateException("slices: " + means.size() + " (expected: " + BeatSlices.COUNT + ")");
        }
        return new CorrectBeats(table.getDouble("freedom"), means, precisions);
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The lower triangle, row by row, as a whole symmetric matrix. */
    private static double[][] square(double[] triangle) {
        int size = (int) Math.round((Math.sqrt(8.0 * triangle.length + 1) - 1) / 2);
        double[][] matrix = new double[size][size];
        int at = 0;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                matrix[row][column] = triangle[at];
                matrix[column][row] = triangle[at++];
            }
        }
        return matrix;
    }

    /** Log likelihood of a beat up to a constant: what matters is the difference between two hypotheses. */
    double logLikelihood(BeatSlices beat) {
        double sum = 0;
        List<double[]> slices = beat.scaled();
        for (int k = 0; k < slices.size(); k++) {
            if (slices.get(k).length > 0) {
                double far = distance(slices.get(k), means.get(k), precisions.get(k));
                sum -= (freedom + means.get(k).length) / 2 * Math.log1p(far / freedom);
            }
        }
        return sum;
    }

    /** Mahalanobis distance, squared. */
    static double distance(double[] slice, double[] mean, double[][] precision) {
        double far = 0;
        for (int row = 0; row < slice.length; row++) {
            double along = 0;
            for (int column = 0; column < slice.length; column++) {
                along += precision[row][column] * (slice[column] - mean[column]);
            }
            far += (slice[row] - mean[row]) * along;
        }
        return far;
    }
}
