package org.ecgnet.sim.heart;

import static org.ecgnet.sim.heart.LeadVector.dipole;
import static org.ecgnet.sim.heart.LeadVector.leads;
import static org.ecgnet.sim.heart.Morphologies.NORMAL_T;
import static org.ecgnet.sim.heart.Morphologies.all;
import static org.ecgnet.sim.heart.Morphologies.asymmetricT;
import static org.ecgnet.sim.heart.Morphologies.beat;
import static org.ecgnet.sim.heart.Morphologies.normalQrs;
import static org.ecgnet.sim.heart.Morphologies.q;
import static org.ecgnet.sim.heart.Morphologies.scaled;
import static org.ecgnet.sim.heart.Morphologies.sinusP;
import static org.ecgnet.sim.heart.Morphologies.st;
import static org.ecgnet.sim.heart.Morphologies.t;

import java.util.List;

/** What changes ST or T without an occlusion under way, or before one; drawn by eye, as the others. */
final class StMimics {

    private StMimics() {}

    /** @param size of what is changed, 1 being the textbook's */
    static Morphology of(Scenario scenario, double size) {
        return switch (scenario) {
            case WELLENS_A -> wellens(size, 240, leads(40, 30, 40, 260, 300, 240, 90, 40), 330, -1.0);
            case WELLENS_B -> wellens(size, 200, leads(0, 0, 0, 0, 0, 0, 0, 0), 290, -2.0);
            case PERICARDITIS -> pericarditis(size);
            case EARLY_REPOLARISATION -> earlyRepolarisation(size);
            case HYPERTROPHY_STRAIN -> strain(size);
            case BRUGADA -> brugada(size);
            default -> throw new IllegalArgumentException("scenario: " + scenario + " (expected: a mimic)");
        };
    }

    private static Morphology wellens(double size, double upAt, double[] up, double downAt, double down) {
        double[] negative = leads(20, 20, 20, 230, 270, 220, 60, 20);
        return beat(
                BeatLabel.SINUS,
                sinusP(-160),
                normalQrs(),
                List.of(t(upAt, 32, scaled(up, size)), t(downAt, 34, scaled(negative, down * size))),
                List.of(t(280, 40, leads(60, 90, 0, 0, 0, 0, 40, 60))));
    }

    /** Raised almost everywhere, PR sunken where ST is raised. */
    private static Morphology pericarditis(double size) {
        return beat(
                BeatLabel.SINUS,
                sinusP(-190),
                normalQrs(),
                asymmetricT(290, NORMAL_T),
                List.of(
                        st(-140, -35, scaled(leads(-70, -100, 10, -70, -90, -100, -100, -90), size)), // PR
                        st(40, 240, scaled(leads(90, 130, -20, 70, 110, 130, 130, 110), size))));
    }

    /** A notch on the end of QRS, an ST that sags into a tall T. */
    private static Morphology earlyRepolarisation(double size) {
        return beat(
                BeatLabel.SINUS,
                sinusP(-160),
                all(
                        List.of(
                                q(-22, 6, dipole(-.10, -.05, -.20)),
                                q(0, 9, dipole(1.25, .85, .15)),
                                q(16, 9, dipole(-.05, -.05, .80)),
                                q(30, 7, dipole(-.20, -.10, .06))),
                        List.of(q(44, 5, scaled(leads(30, 60, 0, 0, 40, 110, 120, 90), size)))),
                asymmetricT(285, scaled(leads(200, 330, 40, 420, 620, 620, 480, 330), size)),
                List.of(st(46, 190, scaled(leads(30, 55, 10, 50, 90, 100, 90, 60), size))));
    }

    private static Morphology strain(double size) {
        return beat(
                BeatLabel.SINUS,
                sinusP(-165),
                List.of(
                        q(-24, 7, dipole(-.12, -.05, -.25)),
                        q(0, 11, scaled3(size, 2.0, .8, .55)),
                        q(19, 11, scaled3(size, .2, -.1, 1.5)),
                        q(38, 8, dipole(-.20, -.10, .12))),
                asymmetricT(295, scaled(leads(-180, -60, 190, 380, 300, 40, -220, -240), size)),
                List.of(st(48, 250, scaled(leads(-80, -40, 90, 140, 110, 10, -90, -90), size))));
    }

    private static double[] scaled3(double size, double x, double y, double z) {
        return dipole(size * x, size * y, size * z);
    }

    /** High at J in V1 and V2, falling all the way into an inverted T. */
    private static Morphology brugada(double size) {
        return beat(
                BeatLabel.SINUS,
                sinusP(-165),
                normalQrs(),
                asymmetricT(290, leads(160, 240, -200, -230, 60, 220, 240, 200)),
                List.of(
                        t(52, 16, scaled(leads(0, 0, 210, 230, 60, 0, 0, 0), size)),
                        t(80, 40, scaled(leads(0, 0, 240, 270, 70, 0, 0, 0), size))));
    }
}
