package org.ecgnet.triage.signal;

import java.util.Arrays;

/** Moving averages, smoothed slopes and order statistics. */
public final class Smoothing {

    private static final int SORTED_BY_BUCKETS = 200;
    private static final int BUCKETS = 1024;
    private static final int SOME = 1009;

    private Smoothing() {}

    /** Centred mean over {@code width} samples (made odd); at the ends over the part that is there. */
    public static double[] mean(double[] x, int width) {
        int n = x.length;
        int half = Math.max(0, Math.min(width / 2, n - 1));
        double[] out = new double[n];
        double sum = 0;
        for (int i = 0; i < half && i < n; i++) {
            sum += x[i];
        }
        int inside = Math.min(half + 1, n);
        for (int i = 0; i < inside; i++) {
            sum += i + half < n ? x[i + half] : 0;
            out[i] = sum / Math.min(n, i + half + 1);
        }
        double share = 1.0 / (2 * half + 1);
        for (int i = inside; i < n - half; i++) {
            sum += x[i + half] - x[i - half - 1];
            out[i] = sum * share;
        }
        for (int i = Math.max(inside, n - half); i < n; i++) {
            sum -= x[i - half - 1];
            out[i] = sum / (n - i + half);
        }
        return out;
    }

    /**
     * Slope a second of the signal smoothed twice over {@code width} samples: the shape of a quadratic-spline wavelet
     * at the scale of that width (Martinez 2004), at any sampling rate.
     */
    public static double[] slope(double[] x, int width, int hertz) {
        double[] once = mean(x, width);
        int n = x.length;
        int half = Math.max(0, Math.min(width / 2, n - 1));
        double[] out = new double[n];
        if (n <= 4 * half + 4) {
            differences(mean(once, width), 1, n - 1, hertz, out);
            return out;
        }
        // inside, the second mean changes by what enters and leaves it
        double share = hertz / (2.0 * (2 * half + 1));
        for (int i = half + 1; i < n - half - 1; i++) {
            out[i] = (once[i + half + 1] + once[i + half] - once[i - half] - once[i - half - 1]) * share;
        }
        int edge = 2 * half + 2;
        double[] head = mean(Arrays.copyOf(once, edge + half), width);
        differences(head, 1, half + 1, hertz, out);
        double[] tail = mean(Arrays.copyOfRange(once, n - edge - half, n), width);
        for (int i = n - half - 1; i < n - 1; i++) {
            int at = i - (n - edge - half);
            out[i] = (tail[at + 1] - tail[at - 1]) * hertz / 2;
        }
        return out;
    }

    /** The same of several leads. */
    public static double[][] slopes(double[][] leads, int width, int hertz) {
        double[][] slopes = new double[leads.length][];
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] = slope(leads[k], width, hertz);
        }
        return slopes;
    }

    private static void differences(double[] smooth, int from, int to, int hertz, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] = (smooth[i + 1] - smooth[i - 1]) * hertz / 2;
        }
    }

    /** The sum of the products of two stretches; several sums side by side, because a single one waits for itself. */
    public static double product(double[] a, int fromA, double[] b, int fromB, int count) {
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            one += a[fromA + i] * b[fromB + i];
            two += a[fromA + i + 1] * b[fromB + i + 1];
            three += a[fromA + i + 2] * b[fromB + i + 2];
            four += a[fromA + i + 3] * b[fromB + i + 3];
        }
        for (; i < count; i++) {
            one += a[fromA + i] * b[fromB + i];
        }
        return one + two + (three + four);
    }

    /** The {@code q}-quantile (0 to 1) of a part; the part is left as it is. */
    public static double quantile(double[] x, int from, int to, double q) {
        if (to <= from) {
            return 0;
        }
        int place = (int) Math.round(q * (to - from - 1));
        return to - from < SORTED_BY_BUCKETS
                ? select(Arrays.copyOfRange(x, from, to), to - from, place)
                : new Buckets(x, from, to).at(place);
    }

    /** Two quantiles (0 to 1) of all samples, of which there is at least one. */
    public static double[] quantiles(double[] x, double q, double other) {
        Buckets buckets = new Buckets(x, 0, x.length);
        int last = x.length - 1;
        return new double[] {buckets.at((int) Math.round(q * last)), buckets.at((int) Math.round(other * last))};
    }

    /**
     * Many samples counted into buckets of equal width, so that only the bucket of a wanted one is searched. A search of the
     * whole mispredicts a branch at every other sample.
     */
    private static final class Buckets {
        private final double[] x;
        private final int from;
        private final int to;
        private final int[] count = new int[BUCKETS + 1];
        private double low;
        private double scale;

        Buckets(double[] x, int from, int to) {
            this.x = x;
            this.from = from;
            this.to = to;
            this.low = x[from];
            double high = x[from];
            for (int i = from; i < to; i++) {
                double value = x[i];
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
            this.scale = BUCKETS / (high - low);
            if (!(scale > 0 && scale < Double.MAX_VALUE)) {
                this.scale = 0;
            }
            for (int i = from; i < to; i++) {
                count[(int) ((x[i] - low) * scale)]++;
            }
        }

        double at(int place) {
            int bucket = 0;
            int before = 0;
            while (before + count[bucket] <= place) {
                before += count[bucket++];
            }
            double[] inside = new double[count[bucket]];
            int found = 0;
            for (int i = from; i < to; i++) {
                if ((int) ((x[i] - low) * scale) == bucket) {
                    inside[found++] = x[i];
                }
            }
            return select(inside, found, place - before);
        }
    }

    /** The {@code q}-quantile (0 to 1) of the first {@code count} values, 0 of none; shuffles them. */
    public static double select(double[] x, int count, double q) {
        return count == 0 ? 0 : select(x, count, (int) Math.round(q * (count - 1)));
    }

    /** The value that would stand at a place if the samples were sorted (Hoare 1961); shuffles them. */
    private static double select(double[] x, int length, int place) {
        int low = 0;
        int high = length - 1;
        while (low < high) {
            double pivot = x[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (x[i] < pivot) {
                    i++;
                }
                while (x[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = x[i];
                    x[i++] = x[j];
                    x[j--] = swap;
                }
            }
            if (place <= j) {
                high = j;
            } else if (place >= i) {
                low = i;
            } else {
                break;
            }
        }
        return x[place];
    }

    /** The largest of a part less the smallest, 0 of none. */
    public static double swing(double[] x, int from, int to) {
        double low = to > from ? x[from] : 0;
        double high = low;
        for (int i = from; i < to; i++) {
            double value = x[i];
            if (value < low) {
                low = value;
            } else if (value > high) {
                high = value;
            }
        }
        return high - low;
    }

    /** The largest of a part, 0 of none. */
    public static double largest(double[] x, int from, int to) {
        double largest = to > from ? x[from] : 0;
        for (int i = from; i < to; i++) {
            largest = x[i] > largest ? x[i] : largest;
        }
        return largest;
    }

    /**
     * The median of at most {@value #SOME} samples from end to end: enough for what is usual in a whole lead, where neither a wave
     * nor a sample counts. So many that their distance falls into step with no hum.
     */
    public static double usual(double[] x) {
        double[] some = some(x);
        return select(some, some.length, 0.5);
    }

    /** The same of the samples without their sign. */
    public static double usualSize(double[] x) {
        double[] some = some(x);
        for (int k = 0; k < some.length; k++) {
            some[k] = Math.abs(some[k]);
        }
        return select(some, some.length, 0.5);
    }

    private static double[] some(double[] x) {
        if (x.length <= SOME) {
            return x.clone();
        }
        double[] some = new double[SOME];
        for (int k = 0; k < SOME; k++) {
            some[k] = x[(int) ((long) k * x.length / SOME)];
        }
        return some;
    }

    /** The median of a part, 0 of none; the part is left as it is. */
    public static double median(double[] x, int from, int to) {
        return quantile(x, from, to, 0.5);
    }

    /** Mean of a part. */
    public static double meanOf(double[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i];
        }
        return to > from ? sum / (to - from) : 0;
    }

    /** Root of the mean square about the mean of a part. */
    public static double deviation(double[] x, int from, int to) {
        double mean = meanOf(x, from, to);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (x[i] - mean) * (x[i] - mean);
        }
        return to > from ? Math.sqrt(sum / (to - from)) : 0;
    }
}
