package org.ecgnet.triage.accuracy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.QualityReport;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.reversal.BeatSlices;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Learns the table of correctly recorded beats from the tune half of the recordings: by expectation maximisation of a
 * multivariate Student distribution a slice.
 *
 * <p>Arguments: folder of the recordings, file to write.
 */
public final class SwapLearning {

    static final String[] FOLDERS = {"ludb", "ptbxl", "cinc2020_2021", "code15", "zzu_pecg"};

    private static final double FREEDOM = 6;
    private static final double RIDGE = 0.002;
    private static final int ROUNDS = 25;
    private static final int SIZE = Lead.INDEPENDENT_8.size();

    private SwapLearning() {}

    public static void main(String[] arguments) throws IOException {
        List<BeatSlices> beats = beats(new Records(Path.of(arguments[0])));
        StringBuilder table = new StringBuilder(
                """
                # What correctly recorded beats look like: read by the search for exchanged electrodes.
                # Origin: learnt by the test-scope program SwapLearning from %d real recordings: those of LUDB, PTB-XL, the
                # Challenge 2020/2021, CODE-15 and ZZU-pECG in the development folder whose name has an even CRC32 and whose
                # eight leads could be measured. Not one number was set by hand. A multivariate Student distribution a slice
                # of the beat; slices: six equal parts of the QRS, P, T; leads: I, II, V1 to V6; without unit, see BeatSlices.
                # precision: lower triangle of the inverse scale matrix, row by row.
                freedom = %.0f
                slices = [
                """
                        .formatted(beats.size(), FREEDOM));
        for (int slice = 0; slice < BeatSlices.COUNT; slice++) {
            int k = slice;
            table.append(learnt(beats.stream()
                    .map(beat -> beat.scaled().get(k))
                    .filter(values -> values.length > 0)
                    .toList()));
        }
        Files.writeString(Path.of(arguments[1]), table.append("]\n"), StandardCharsets.UTF_8);
    }

    private static List<BeatSlices> beats(Records records) {
        Triage triage = new Triage(RuleProfile.DEFAULT);
        List<BeatSlices> beats = new ArrayList<>();
        for (String record : records.in(FOLDERS)) {
            if (!Halves.tune(record)) {
                continue;
            }
            WfdbFile file = records.read(record);
            var examination = triage.examine(file.recording(), file.patient(), Symptoms.NONE);
            MeasuredEcg ecg = examination.ecg().measured();
            boolean whole = ecg.signals().leads().containsAll(Lead.INDEPENDENT_8);
            boolean bad = examination.reading().quality().leads().containsValue(QualityReport.Level.UNREADABLE);
            if (whole && !bad && ecg.waves().isPresent()) {
                beats.add(BeatSlices.of(
                        ecg.medianBeat().orElseThrow(),
                        ecg.waves().orElseThrow(),
                        ecg.atrial().pShare() > 0.5));
            }
        }
        return beats;
    }

    private static String learnt(List<double[]> slices) {
        double[] mean = new double[SIZE];
        RealMatrix scale = MatrixUtils.createRealIdentityMatrix(SIZE);
        for (int round = 0; round < ROUNDS; round++) {
            double[] weights = round == 0 ? ones(slices.size()) : weights(slices, mean, MatrixUtils.inverse(scale));
            mean = weightedMean(slices, weights);
            scale = MatrixUtils.createRealIdentityMatrix(SIZE).scalarMultiply(RIDGE);
            for (int n = 0; n < slices.size(); n++) {
                var from = MatrixUtils.createRealVector(slices.get(n)).subtract(MatrixUtils.createRealVector(mean));
                scale = scale.add(from.outerProduct(from).scalarMultiply(weights[n] / slices.size()));
            }
        }
        RealMatrix precision = MatrixUtils.inverse(scale);
        List<String> triangle = new ArrayList<>();
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column <= row; column++) {
                triangle.add(String.format(Locale.ROOT, "%.4f", precision.getEntry(row, column)));
            }
        }
        String means = java.util.Arrays.stream(mean)
                .mapToObj(m -> String.format(Locale.ROOT, "%.5f", m))
                .collect(Collectors.joining(", "));
        return "  { mean = [" + means + "]\n    precision = [" + String.join(", ", triangle) + "] }\n";
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] weights(List<double[]> slices, double[] mean, RealMatrix precision) {
        return slices.stream()
                .mapToDouble(slice -> {
                    var from = MatrixUtils.createRealVector(slice).subtract(MatrixUtils.createRealVector(mean));
                    return (FREEDOM + SIZE) / (FREEDOM + precision.operate(from).dotProduct(from));
                })
                .toArray();
    }

    private static double[] weightedMean(List<double[]> slices, double[] weights) {
        double[] mean = new double[SIZE];
        double sum = java.util.Arrays.stream(weights).sum();
        for (int n = 0; n < weights.length; n++) {
            for (int lead = 0; lead < SIZE; lead++) {
                mean[lead] += weights[n] * slices.get(n)[lead] / sum;
            }
        }
        return mean;
    }
}
