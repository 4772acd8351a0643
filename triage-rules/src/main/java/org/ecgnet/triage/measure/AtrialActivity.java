package org.ecgnet.triage.measure;

import java.util.List;

/**
 * What the atria do.
 *
 * @param pShare share of the beats before which a wave like the median P stands, 0 to 1; 0 without a median P
 * @param pMicrovolts largest size of the median P over the leads; 0 without one
 * @param reproducibility how alike the stretches before the QRS are from beat to beat, -1 to 1: sinus P waves 0.7 and
 *     more, fibrillation about 0; 0 with too few beats
 * @param prominence natural logarithm of the power in the stretches before the QRS over that in the rest of diastole: 1 and
 *     more with P waves of whatever shapes, about 0 in fibrillation, whose waves do not wait for the QRS; 0 where diastole is
 *     too short to tell
 * @param cycleMillis length of a fast regular atrial cycle as in flutter, 0 without one
 * @param cycleStrength how well the atria repeat themselves after a cycle, -1 to 1
 * @param pSamples peaks of the P waves that stand clear of QRS, wherever they stand, ascending
 */
public record AtrialActivity(
        double pShare,
        double pMicrovolts,
        double reproducibility,
        double prominence,
        double cycleMillis,
        double cycleStrength,
        List<Integer> pSamples) {

    static final AtrialActivity NONE = new AtrialActivity(0, 0, 0, 0, 0, 0, List.of());

    public AtrialActivity {
        pSamples = List.copyOf(pSamples);
    }

    /** P waves of this share and size that come again before every beat, and nothing else. */
    public static AtrialActivity sinus(double pShare, double pMicrovolts) {
        return new AtrialActivity(pShare, pMicrovolts, 0.9, 2, 0, 0, List.of());
    }
}
