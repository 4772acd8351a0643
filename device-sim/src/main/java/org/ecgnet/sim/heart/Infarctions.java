package org.ecgnet.sim.heart;

import static org.ecgnet.sim.heart.LeadVector.dipole;
import static org.ecgnet.sim.heart.LeadVector.leads;
import static org.ecgnet.sim.heart.Morphologies.asymmetricT;
import static org.ecgnet.sim.heart.Morphologies.beat;
import static org.ecgnet.sim.heart.Morphologies.normalQrs;
import static org.ecgnet.sim.heart.Morphologies.q;
import static org.ecgnet.sim.heart.Morphologies.scaled;
import static org.ecgnet.sim.heart.Morphologies.sinusP;
import static org.ecgnet.sim.heart.Morphologies.st;
import static org.ecgnet.sim.heart.Morphologies.t;

import java.util.List;

/**
 * Acute infarctions by territory: a straight ST from J into the fall of T, its mirror in the opposite leads. At size 1 most
 * leads of the territory are some tenths above the limits of the Fourth Universal Definition; drawn by eye, as the others.
 */
final class Infarctions {

    private static final double[] SMALL_T = dipole(.13, .09, -.06);

    private Infarctions() {}

    /** @param size of ST and T, 0.8 being about the limit */
    static Morphology of(Scenario scenario, double size) {
        return switch (scenario) {
            case EXTENSIVE_STEMI -> raised(size, leads(60, -40, 90, 260, 270, 200, 110, 50));
            case SEPTAL_STEMI -> raised(size, leads(20, -20, 150, 270, 230, 70, 0, -20));
            case LATERAL_STEMI -> raised(size, leads(130, 20, -30, -40, 0, 70, 140, 140));
            case HIGH_LATERAL_STEMI -> raised(size, leads(130, -60, 10, 90, 10, -20, -20, -10));
            case LOW_STEMI -> raised(size, leads(-60, 120, 10, -50, -40, -20, 10, 20));
            case RIGHT_VENTRICULAR_STEMI -> raised(size, leads(-80, 120, 120, 20, -30, -20, 0, 10));
            case POSTERIOR_STEMI -> posterior(size, leads(-10, 30, -80, -150, -150, -80, 0, 30));
            case INFEROPOSTERIOR_STEMI -> posterior(size, leads(-70, 120, -60, -140, -130, -60, 10, 40));
            case DE_WINTER -> deWinter(size);
            case LBBB_STEMI -> leftBundle(size);
            default -> throw new IllegalArgumentException("scenario: " + scenario + " (expected: an infarction)");
        };
    }

    private static Morphology raised(double size, double[] microvolts) {
        return beat(
                BeatLabel.SINUS,
                sinusP(-160),
                normalQrs(),
                asymmetricT(285, sum(SMALL_T, scaled(microvolts, .7 * size))),
                List.of(st(38, 285, scaled(microvolts, size))));
    }

    /** R prevails in V1 and V2 as it does over a dead back wall, T stays upright there. */
    private static Morphology posterior(double size, double[] microvolts) {
        return beat(
                BeatLabel.SINUS,
                sinusP(-160),
                List.of(
                        q(-22, 6, dipole(-.08, -.05, -.18)),
                        q(0, 9, dipole(.95, .68, -.28)),
                        q(17, 9, dipole(.02, -.05, .22)),
                        q(32, 7, dipole(-.18, -.10, .04))),
                asymmetricT(295, sum(SMALL_T, scaled(leads(10, 30, 150, 330, 330, 200, 60, 20), size))),
                List.of(st(38, 235, scaled(microvolts, size))));
    }

    private static Morphology deWinter(double size) {
        return beat(
                BeatLabel.SINUS,
                sinusP(-160),
                normalQrs(),
                List.of(t(255, 62, scaled(leads(70, 70, 200, 680, 840, 740, 420, 180), size))),
                List.of(st(36, 130, scaled(leads(-60, -70, -60, -190, -220, -200, -120, -60), size))));
    }

    private static Morphology leftBundle(double size) {
        Morphology block = Morphologies.lbbb();
        return block.with(List.of(st(72, 310, scaled(leads(190, 60, -40, -40, -20, 80, 230, 250), size))));
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = one.clone();
        for (int lead = 0; lead < sum.length; lead++) {
            sum[lead] += other[lead];
        }
        return sum;
    }
}
