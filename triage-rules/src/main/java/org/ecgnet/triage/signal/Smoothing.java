package org.ecgnet.triage.signal;

import java.util.Arrays;

/** Moving averages, smoothed slopes and order statistics. */
public final class Smoothing {

    private static final int SORTED_BY_BUCKETS = 200;
    private static final int BUCKETS = 1024;
    private static final int SOME = 509;

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
        double[] smooth = mean(mean(x, width), width);
        int n = x.length;
        double[] out = new double[n];
        for (int i = 1; i < n - 1; i++) {
            out[i] = (smooth[i + 1] - smooth[i - 1]) * hertz / 2;
        }
        return out;
    }

    /** The {@code q}-quantile (0 to 1) of a part; the part is left as it is. */
    public static double quantile(double[] x, int from, int to, double q) {
        if (to <= from) {
            return 0;
        }
        int place = (int) Math.round(q * (to - from - 1));
        return to - from < SORTED_BY_BUCKETS
                ? select(Arrays.copyOfRange(x, from, to), to - from, place)
                : selectByBuckets(x, from, to, place);
    }

    /**
     * As {@link #select}, of many samples: counted into buckets of equal width first, so that only the bucket of the wanted
     * one is searched. A search of the whole mispredicts a branch at every other sample.
     */
    private static double selectByBuckets(double[] x, int from, int to, int place) {
        double low = x[from];
        double high = x[from];
        for (int i = from; i < to; i++) {
            double value = x[i];
            if (value < low) {
                low = value;
            } else if (value > high) {
                high = value;
            }
        }
        double scale = BUCKETS / (high - low);
        if (!(scale > 0 && scale < Double.MAX_VALUE)) {
            return select(Arrays.copyOfRange(x, from, to), to - from, place);
        }
        int[] count = new int[BUCKETS + 1];
        for (int i = from; i < to; i++) {
            count[(int) ((x[i] - low) * scale)]++;
        }
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
