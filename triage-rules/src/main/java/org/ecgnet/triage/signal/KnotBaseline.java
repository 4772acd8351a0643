package org.ecgnet.triage.signal;

import org.hipparchus.analysis.interpolation.SplineInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialFunction;

/**
 * A baseline drawn through the isoelectric instants of the beats, so that a beat's ST segment is measured against its
 * own PQ level and no filter bends it.
 */
public final class KnotBaseline {

    private KnotBaseline() {}

    /**
     * The samples less a natural cubic spline through the knots; constant beyond the first and last knot.
     *
     * @param at sample of each knot, ascending, at least one
     * @param levels the signal's level at each knot
     */
    public static double[] subtract(double[] samples, int[] at, double[] levels) {
        double[] out = samples.clone();
        int knots = at.length;
        PolynomialFunction[] pieces = knots > 2 ? cubic(at, levels) : linear(at, levels);
        double[][] coefficients = new double[pieces.length][];
        for (int k = 0; k < pieces.length; k++) {
            coefficients[k] = pieces[k].getCoefficients();
        }
        int piece = 0;
        for (int n = 0; n < out.length; n++) {
            if (n <= at[0]) {
                out[n] -= levels[0];
            } else if (n >= at[knots - 1]) {
                out[n] -= levels[knots - 1];
            } else {
                while (n >= at[piece + 1]) {
                    piece++;
                }
                out[n] -= value(coefficients[piece], n - at[piece]);
            }
        }
        return out;
    }

    /** Horner's scheme. */
    private static double value(double[] coefficients, double x) {
        double sum = coefficients[coefficients.length - 1];
        for (int k = coefficients.length - 2; k >= 0; k--) {
            sum = x * sum + coefficients[k];
        }
        return sum;
    }

    private static PolynomialFunction[] cubic(int[] at, double[] levels) {
        double[] x = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            x[k] = at[k];
        }
        return new SplineInterpolator().interpolate(x, levels).getPolynomials();
    }

    private static PolynomialFunction[] linear(int[] at, double[] levels) {
        PolynomialFunction[] pieces = new PolynomialFunction[Math.max(0, at.length - 1)];
        for (int k = 0; k + 1 < at.length; k++) {
            pieces[k] = new PolynomialFunction(levels[k], (levels[k + 1] - levels[k]) / (at[k + 1] - at[k]));
        }
        return pieces;
    }
}
