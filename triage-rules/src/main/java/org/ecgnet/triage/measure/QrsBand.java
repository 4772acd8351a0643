package org.ecgnet.triage.measure;

import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Biquad;
import org.ecgnet.triage.signal.Smoothing;
import org.ecgnet.triage.signal.ZeroPhase;

/**
 * What of each thinned lead belongs to QRS complexes.
 *
 * <p>The energy is that of the 5-22 Hz band (Pan and Tompkins 1985; Elgendi 2013): the square of the signal plus the square of its
 * slope, scaled so that a wave of {@value #CENTRE_HERTZ} Hz gives a smooth envelope, averaged over a usual QRS.
 *
 * @param step samples of the recording to one here
 * @param shape by lead, uV, above 5 Hz: what complexes are compared by
 * @param band by lead, uV, 5 to 22 Hz
 * @param energy by lead, uV squared
 */
record QrsBand(int step, SampleRate rate, double[][] shape, double[][] band, double[][] energy) {

    private static final double LOW_HERTZ = 5;
    private static final double HIGH_HERTZ = 22;
    private static final double CENTRE_HERTZ = 12;
    private static final double QRS_MILLIS = 90;
    private static final double SHAPE_MILLIS = 16;

    static QrsBand of(ThinnedLeads thin) {
        SampleRate rate = thin.signals().rate();
        double[][] plain = thin.signals().microvolts();
        int leads = plain.length;
        double[][] above = ZeroPhase.filter(plain, rate.hertz(), Biquad.highPass(rate, LOW_HERTZ));
        double[][] band = ZeroPhase.filter(above, rate.hertz(), Biquad.lowPass(rate, HIGH_HERTZ));
        double[][] shape = new double[leads][];
        double[][] energy = new double[leads][];
        for (int k = 0; k < leads; k++) {
            shape[k] = Smoothing.mean(above[k], rate.samplesIn(SHAPE_MILLIS));
            energy[k] = envelope(band[k], rate);
        }
        return new QrsBand(thin.step(), rate, shape, band, energy);
    }

    int leads() {
        return band.length;
    }

    int length() {
        return band[0].length;
    }

    private static double[] envelope(double[] x, SampleRate rate) {
        double turn = rate.hertz() / (4 * Math.PI * CENTRE_HERTZ);
        double[] squares = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double slope = i == 0 || i == x.length - 1 ? 0 : (x[i + 1] - x[i - 1]) * turn;
            squares[i] = x[i] * x[i] + slope * slope;
        }
        return Smoothing.mean(squares, rate.samplesIn(QRS_MILLIS));
    }
}
