package org.ecgnet.triage.signal;

import java.util.Arrays;
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
        subtract(out, 0, Math.min(out.length, at[0] + 1), levels[0]);
        PolynomialFunction[] pieces = knots > 2 ? cubic(at, levels) : linear(at, levels);
        for (int k = 0; k + 1 < knots; k++) {
            subtract(
                    out,
                    at[k],
                    k == 0 ? at[0] + 1 : at[k],
                    Math.min(out.length, at[k + 1]),
                    pieces[k].getCoefficients());
        }
        subtract(out, Math.max(at[0] + 1, at[knots - 1]), out.length, levels[knots - 1]);
        return out;
    }

    private static void subtract(double[] out, int from, int to, double level) {
        for (int n = from; n < to; n++) {
            out[n] -= level;
        }
    }

    /** Horner's scheme from a knot on. */
    private static void subtract(double[] out, int knot, int from, int to, double[] coefficients) {
        double[] c = Arrays.copyOf(coefficients, 4);
        for (int n = from; n < to; n++) {
            double x = n - knot;
            out[n] -= ((c[3] * x + c[2]) * x + c[1]) * x + c[0];
        }
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
