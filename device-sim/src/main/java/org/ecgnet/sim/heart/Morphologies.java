package org.ecgnet.sim.heart;

import static org.ecgnet.sim.heart.LeadVector.dipole;
import static org.ecgnet.sim.heart.LeadVector.leads;

import java.util.ArrayList;
import java.util.List;

/**
 * The beats, wave by wave. Dipoles in millivolts (X left, Y feet, Z back), leads in microvolts, times in milliseconds
 * from R at 60/min. Amplitudes were chosen by eye for a textbook 12-lead picture, not fitted to a patient.
 */
final class Morphologies {

    private static final double T_ZERO = 45;

    private Morphologies() {}

    static Wave p(double at, double sigma, double[] microvolts) {
        return new Wave(WaveKind.P, at, sigma, microvolts);
    }

    static Wave q(double at, double sigma, double[] microvolts) {
        return new Wave(WaveKind.QRS, at, sigma, microvolts);
    }

    static Wave t(double at, double sigma, double[] microvolts) {
        return new Wave(WaveKind.T, at, sigma, microvolts);
    }

    static Wave st(double from, double to, double[] microvolts) {
        return new Wave(WaveKind.ST, (from + to) / 2, (to - from) / 2, microvolts);
    }

    static List<Wave> sinusP(double peakMillis) {
        return List.of(
                p(peakMillis - 14, 15, dipole(.045, .085, -.065)), p(peakMillis + 16, 15, dipole(.085, .055, .045)));
    }

    static List<Wave> normalQrs() {
        return List.of(
                q(-22, 6, dipole(-.10, -.05, -.20)),
                q(0, 9, dipole(1.10, .72, .10)),
                q(16, 9, dipole(-.05, -.05, .72)),
                q(32, 7, dipole(-.25, -.12, .10)));
    }

    /** Slow rise, quicker fall. */
    static List<Wave> asymmetricT(double peak, double[] microvolts) {
        return List.of(t(peak - 42, 46, scaled(microvolts, .5)), t(peak, 28, scaled(microvolts, .75)));
    }

    static double[] scaled(double[] microvolts, double by) {
        double[] scaled = microvolts.clone();
        for (int lead = 0; lead < scaled.length; lead++) {
            scaled[lead] *= by;
        }
        return scaled;
    }

    static final double[] NORMAL_T = dipole(.26, .17, -.12);

    static Morphology normal() {
        return beat(BeatLabel.SINUS, sinusP(-160), normalQrs(), asymmetricT(290, NORMAL_T));
    }

    static Morphology normalWithoutP(BeatLabel label) {
        return beat(label, List.of(), normalQrs(), asymmetricT(290, NORMAL_T));
    }

    /** A retrograde P just behind the QRS. */
    static Morphology svt() {
        return beat(
                BeatLabel.ATRIAL_OTHER,
                List.of(p(95, 14, dipole(-.02, -.10, -.05))),
                normalQrs(),
                asymmetricT(270, scaled(NORMAL_T, .7)),
                List.of(st(48, 180, leads(-40, -70, 0, -30, -60, -80, -80, -60))));
    }

    static Morphology lbbb() {
        return new Morphology(
                BeatLabel.SINUS,
                all(
                        sinusP(-205),
                        List.of(
                                q(-38, 13, dipole(.30, .10, .22)),
                                q(-8, 17, dipole(.75, .22, .85)),
                                q(30, 17, dipole(.78, .04, .75)),
                                q(56, 12, dipole(.25, -.08, .25))),
                        asymmetricT(320, dipole(-.26, -.05, -.36)),
                        List.of(st(72, 310, dipole(-.08, -.02, -.12)))),
                85);
    }

    static Morphology rbbb() {
        return new Morphology(
                BeatLabel.SINUS,
                all(
                        sinusP(-165),
                        List.of(
                                q(-22, 6, dipole(-.10, -.05, -.20)),
                                q(0, 9, dipole(1.05, .70, .05)),
                                q(16, 9, dipole(-.05, -.05, .55)),
                                q(58, 18, dipole(-.48, -.06, -.60))),
                        asymmetricT(310, dipole(.25, .17, .14))),
                95);
    }

    static Morphology anteriorStemi() {
        List<Wave> qrs = List.of(
                q(-18, 8, leads(0, 0, -90, -160, -150, -80, 0, 0)),
                q(0, 9, dipole(.80, .55, .40)),
                q(16, 9, dipole(-.05, -.05, .55)),
                q(32, 7, dipole(-.15, -.08, .08)));
        return beat(
                BeatLabel.SINUS,
                sinusP(-155),
                qrs,
                asymmetricT(285, leads(60, -25, 110, 330, 400, 330, 200, 100)),
                List.of(st(36, 290, leads(120, -85, 220, 600, 660, 520, 260, 100))));
    }

    static Morphology inferiorStemi() {
        List<Wave> qrs = List.of(
                q(-22, 7, dipole(-.05, -.30, -.15)),
                q(0, 9, dipole(1.0, .70, .10)),
                q(16, 9, dipole(-.05, -.05, .65)),
                q(32, 7, dipole(-.20, -.05, .10)));
        return beat(
                BeatLabel.SINUS,
                sinusP(-180),
                qrs,
                asymmetricT(290, leads(-40, 200, 60, 100, 180, 200, 200, 160)),
                List.of(st(38, 290, leads(-130, 240, 30, -140, -120, -60, 30, 60))));
    }

    static Morphology hyperkalaemia() {
        return new Morphology(
                BeatLabel.SINUS,
                all(
                        List.of(p(-230, 32, dipole(.020, .030, -.01))),
                        List.of(
                                q(-34, 11, dipole(-.08, -.05, -.15)),
                                q(0, 17, dipole(.85, .55, .15)),
                                q(34, 17, dipole(-.10, -.05, .62)),
                                q(62, 13, dipole(-.28, -.12, .10))),
                        List.of(t(300, 30, dipole(.80, .50, -.42)))),
                90);
    }

    static Morphology longQt() {
        return beat(BeatLabel.SINUS, sinusP(-160), normalQrs(), List.of(t(425, 62, dipole(.22, .15, -.12))));
    }

    static Morphology paced() {
        return new Morphology(
                BeatLabel.PACED,
                all(
                        List.of(
                                new Wave(
                                        WaveKind.SPIKE, -82, 1.1, leads(-400, 900, -500, -800, -900, -800, -600, -400)),
                                q(-45, 16, dipole(.30, -.20, .25)),
                                q(-8, 20, dipole(.70, -.75, .75)),
                                q(34, 18, dipole(.50, -.55, .60)),
                                q(62, 12, dipole(.10, -.20, .15))),
                        asymmetricT(320, dipole(-.28, .34, -.36)),
                        List.of(st(78, 310, dipole(-.08, .10, -.12)))),
                90);
    }

    /**
     * Over a left-sided pathway: a delta wave, a broad complex and a T against it.
     *
     * @param share 1 for half pre-excited; 0.5 to 1.3
     */
    static Morphology preExcited(double share) {
        return new Morphology(
                BeatLabel.ATRIAL_OTHER,
                all(
                        List.of(
                                q(-50, 14, scaled(dipole(.20, .35, -.35), share)),
                                q(-18, 16, scaled(dipole(.45, .45, -.55), share)),
                                q(6, 12, scaled(dipole(.90, .62, -.10), 1.4 - .6 * share)),
                                q(36, 14, scaled(dipole(-.20, .15, .35), share))),
                        asymmetricT(275, scaled(dipole(-.18, -.14, .14), share))),
                80);
    }

    /** Right-bundle-like with an axis of about -110 degrees. */
    static Morphology vt() {
        return new Morphology(
                BeatLabel.VENTRICULAR,
                all(
                        List.of(
                                q(-32, 15, dipole(-.05, -.30, -.50)),
                                q(0, 21, dipole(-.45, -1.05, -.65)),
                                q(38, 17, dipole(-.70, -.35, .20))),
                        asymmetricT(235, dipole(.30, .50, .30))),
                95);
    }

    /** From the right ventricular outflow: left-bundle-like, axis down. */
    static Morphology prematureBeat() {
        return new Morphology(
                BeatLabel.VENTRICULAR,
                all(
                        List.of(
                                q(-36, 17, dipole(.10, .45, .30)),
                                q(0, 23, dipole(.50, 1.25, .85)),
                                q(44, 18, dipole(.20, .40, .40))),
                        asymmetricT(330, dipole(-.25, -.55, -.35))),
                90);
    }

    /** From the right ventricle too, with the notches of slow conduction from cell to cell. */
    static Morphology notchedPrematureBeat() {
        return new Morphology(
                BeatLabel.VENTRICULAR,
                all(
                        List.of(
                                q(-36, 9, dipole(.30, .70, .40)),
                                q(-8, 9, dipole(-.15, .85, .70)),
                                q(18, 9, dipole(.60, .75, .60)),
                                q(46, 12, dipole(.25, .50, .50))),
                        asymmetricT(330, dipole(-.25, -.55, -.35))),
                90);
    }

    /** Small terms of single leads, so that the eight leads do not span three dimensions only. */
    static Morphology personal(Morphology shape, java.util.Random chance) {
        List<Wave> own = new ArrayList<>();
        double qrsWidth = shape.tZeroMillis() / 3;
        for (int lead = 0; lead < LeadVector.LEADS; lead++) {
            double[] qrs = new double[LeadVector.LEADS];
            qrs[lead] = (lead < LeadVector.V1 ? 25 : 60) * chance.nextGaussian();
            own.add(q(qrsWidth * (2 * chance.nextDouble() - 1), 7, qrs));
            double[] t = new double[LeadVector.LEADS];
            t[lead] = (lead < LeadVector.V1 ? 8 : 18) * chance.nextGaussian();
            own.add(t(shape.tZeroMillis() + 230 + 20 * chance.nextGaussian(), 35, t));
        }
        return shape.with(own);
    }

    @SafeVarargs
    static Morphology beat(BeatLabel label, List<Wave>... parts) {
        return new Morphology(label, all(parts), T_ZERO);
    }

    @SafeVarargs
    static List<Wave> all(List<Wave>... parts) {
        List<Wave> all = new ArrayList<>();
        for (List<Wave> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
