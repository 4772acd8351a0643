package org.ecgnet.protocol.codec;

import static org.ecgnet.protocol.codec.StepPrediction.SPAN;
import static org.ecgnet.protocol.codec.StepPrediction.TAPS;

import java.util.Arrays;

/**
 * Finds the weights that predict a span's steps best. Only the encoder needs them: a
 * decoder reads what was found, so that floating point does no harm.
 *
 * <p>Steps count for no more than their mean size: a few QRS complexes would else outweigh all that lies between them.
 */
final class SpanWeights {

    private static final int MOST_STEP = 1000;
    private static final int MOST_WEIGHT = 127;
    private static final double RIDGE = 1.001;

    /** Which samples tell what weights cost. */
    private static final int EVERY = 2;

    private static final int COSTS = 256;
    /** Bits that a residual takes, about, twice as many. */
    private static final byte[] COST = new byte[COSTS];

    static {
        for (int size = 1; size < COSTS; size++) {
            COST[size] = (byte) Math.round(2.8 + 4 * Math.log(1 + size));
        }
    }

    /** Weights stay until what they cost has grown by this part, as a power of two. */
    private static final int GROWN_SHIFT = 5;

    /** When each input is, from the step to predict, which is the last of them. */
    private static final int[] AT = {-1, -2, -1, 0, 1, 0, 0};

    /** Steps to either side that are looked at. */
    private static final int MARGIN = 3;

    /** Samples in the middle of a span that tell its weights. */
    private static final int MOST_LOOKED_AT = 512;

    private final int[] own = new int[MOST_LOOKED_AT + 2 * MARGIN];
    private final int[] near = new int[MOST_LOOKED_AT + 2 * MARGIN];
    private final int[] second = new int[MOST_LOOKED_AT + 2 * MARGIN];
    private final double[][] normal = new double[TAPS][TAPS + 1];

    /** Finds the weights of a span, writes them and fills in its residuals. */
    void write(EntropyCoder coder, CodedLead lead, int from, int to) {
        int last = costOfLast(lead.samples, from, to);
        int line = costOfLine(lead.samples, from, to);
        int kind = last <= line ? StepPrediction.LAST : StepPrediction.LINE;
        int[] chosen = last <= line ? StepPrediction.NONE : StepPrediction.OF_LINE;
        int least = Math.min(last, line);
        int same = Arrays.equals(lead.weights, chosen) ? least : cost(lead, lead.weights, from, to);
        if (same < least) {
            least = same;
            kind = StepPrediction.SAME;
            chosen = lead.weights;
        }
        if (lead.cost == 0 || perSpan(least, from, to) > lead.cost + (lead.cost >> GROWN_SHIFT)) {
            int[] found = leastSquares(lead, from, to);
            int cost = cost(lead, found, from, to) + StepPrediction.TAPS * StepPrediction.WEIGHT_BITS;
            if (cost < least) {
                least = cost;
                kind = StepPrediction.NEW;
                chosen = found;
            }
            lead.cost = perSpan(least, from, to);
        }
        if (kind != StepPrediction.NEW) {
            StepPrediction.fill(lead, chosen, from, to);
        }
        StepPrediction.write(coder, lead, kind, chosen);
    }

    /** What a shorter span's cost would be of a whole one. */
    private static int perSpan(int cost, int from, int to) {
        return (int) ((long) cost * SPAN / (to - from));
    }

    private static int costOfLast(int[] own, int from, int to) {
        int cost = 0;
        for (int t = from; t < to; t += EVERY) {
            cost += cost(own[t] - own[t - 1]);
        }
        return cost;
    }

    private static int costOfLine(int[] own, int from, int to) {
        int cost = 0;
        for (int t = from; t < to; t += EVERY) {
            cost += cost(own[t] - 2 * own[t - 1] + own[t - 2]);
        }
        return cost;
    }

    /** Fills in the residuals with these weights. */
    private static int cost(CodedLead lead, int[] weights, int from, int to) {
        StepPrediction.fill(lead, weights, from, to);
        int[] residuals = lead.residuals;
        int cost = 0;
        for (int t = from; t < to; t += EVERY) {
            cost += cost(residuals[t]);
        }
        return cost;
    }

    private static int cost(int residual) {
        return COST[Math.min(Math.abs(residual) & Integer.MAX_VALUE, COSTS - 1)];
    }

    /** Products of steps are taken once for each distance in time, as if the span had no ends. */
    private int[] leastSquares(CodedLead lead, int from, int to) {
        int count = Math.min(to - from, MOST_LOOKED_AT);
        int first = from + (to - from - count) / 2;
        int most = meanStep(lead.samples, from, to);
        steps(own, lead.samples, first, count, most);
        steps(near, lead.near, first, count, most);
        steps(second, lead.second, first, count, most);
        int[][] inputs = {own, own, near, near, near, second, own};
        for (int row = 0; row < TAPS; row++) {
            for (int column = row; column <= TAPS; column++) {
                normal[row][column] = repeated(row, column)
                        ? normal[row - 1][column - 1]
                        : product(inputs[row], AT[row], inputs[column], AT[column], count);
                if (column < TAPS) {
                    normal[column][row] = normal[row][column];
                }
            }
        }
        for (int tap = 0; tap < TAPS; tap++) {
            normal[tap][tap] = normal[tap][tap] * RIDGE + 1;
        }
        return solved();
    }

    /** Whether the pair before is of the same leads at the same distance. */
    private static boolean repeated(int row, int column) {
        return row == 1 && column == 1 || row == 3 && column < 5 || row == 4 && column == 4;
    }

    private static int meanStep(int[] own, int from, int to) {
        int sum = 0;
        for (int t = from; t < to; t++) {
            sum += Math.min(Math.abs(own[t] - own[t - 1]), MOST_STEP);
        }
        return Math.max(0, sum / (to - from)) + 1;
    }

    private static void steps(int[] steps, int[] samples, int from, int count, int most) {
        int first = Math.max(1, from - MARGIN);
        int shift = first - (from - MARGIN);
        int end = Math.min(samples.length, from + count + MARGIN);
        for (int t = first; t < end; t++) {
            steps[t - first + shift] = Math.max(-most, Math.min(most, samples[t] - samples[t - 1]));
        }
    }

    private static int product(int[] one, int oneAt, int[] other, int otherAt, int count) {
        int sum = 0;
        for (int n = MARGIN; n < count + MARGIN; n++) {
            sum += one[n + oneAt] * other[n + otherAt];
        }
        return sum;
    }

    /** Gauss's elimination; the diagonal of what was squared and raised is never zero. */
    private int[] solved() {
        for (int pivot = 0; pivot < TAPS; pivot++) {
            for (int row = 0; row < TAPS; row++) {
                if (row != pivot) {
                    double share = normal[row][pivot] / normal[pivot][pivot];
                    for (int column = pivot; column <= TAPS; column++) {
                        normal[row][column] -= share * normal[pivot][column];
                    }
                }
            }
        }
        int[] weights = new int[TAPS];
        for (int tap = 0; tap < TAPS; tap++) {
            double weight = normal[tap][TAPS] / normal[tap][tap] * (1 << StepPrediction.WEIGHT_SHIFT);
            weights[tap] = (int) Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, Math.round(weight)));
        }
        return weights;
    }
}
