package org.ecgnet.triage.measure;

/**
 * Finds QRS complexes in all leads together, whatever their number, at any rate from 100 samples a second.
 *
 * <p>Peaks of the leads' common energy above a share of the local level are a first row of complexes. From it the leads
 * are weighed by what stands out in them, the shapes that come again are learnt, and the row is chosen anew as the
 * likeliest of all rows of peaks; twice, so that a shape learnt late finds its early beats. In heavy noise only beats
 * whose shape comes again teach.
 */
public final class QrsDetector {

    /** Least peak-to-peak size in the 5-22 Hz band of the largest lead; chosen on recordings of wrong gain. */
    public static final double FLOOR_MICROVOLTS = 60;

    /** No two complexes are nearer: 315 a minute. */
    static final int REFRACTORY_MILLIS = 190;

    private static final double FIRST_SHARE = 0.31;
    private static final double NOISE_IF_SO_FEW_COME_AGAIN = 0.6;
    private static final int LEAST_BEATS = 3;
    private static final int ROUNDS = 2;

    private QrsDetector() {}

    /** Samples of the complexes, ascending, each at its largest deflection. */
    public static int[] detect(LeadSignals independentLeads) {
        return detect(independentLeads, ThinnedLeads.of(independentLeads));
    }

    /** The same where the leads have been thinned already. */
    static int[] detect(LeadSignals independentLeads, ThinnedLeads thin) {
        int hertz = independentLeads.rate().hertz();
        if (independentLeads.leads().isEmpty() || independentLeads.length() < hertz / 2) {
            return new int[0];
        }
        QrsBand band = QrsBand.of(thin);
        FusedLeads fused = new FusedLeads(band);
        double[] level = fused.levelBySecond();
        int[] found = QrsCandidates.of(band, fused.amplitude(), level).above(FIRST_SHARE, level);
        if (found.length == 0) {
            return found;
        }
        fused.weigh(found);
        if (found.length >= LEAST_BEATS) {
            teach(band, fused);
            for (int round = 0; round < ROUNDS; round++) {
                found = likeliest(band, fused);
                fused.weigh(found);
                if (found.length < LEAST_BEATS) {
                    break;
                }
            }
        }
        return QrsPlaces.of(band, fused, independentLeads);
    }

    private static void teach(QrsBand band, FusedLeads fused) {
        int[] again = new BeatShapes(band, fused).comingAgain();
        if (again.length >= LEAST_BEATS && again.length < NOISE_IF_SO_FEW_COME_AGAIN * fused.beats().length) {
            fused.weigh(again);
        }
    }

    private static int[] likeliest(QrsBand band, FusedLeads fused) {
        QrsCandidates candidates = QrsCandidates.of(band, fused.amplitude(), new double[0]);
        if (candidates.count() == 0) {
            return fused.beats();
        }
        return new BeatTrack(band, fused, new BeatShapes(band, fused), candidates).likeliest();
    }
}
