package org.ecgnet.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.PShape;
import org.ecgnet.triage.measure.StShape;
import org.ecgnet.triage.measure.TShape;

/** Just at and just beside the numbers that no other case comes near. */
final class LimitCases {

    private static final Symptoms DYSPNOEA = new Symptoms(false, false, true, false);
    private static final Symptoms SYNCOPE = new Symptoms(false, true, false, false);

    /** Age, and the rates between which no child of it is yellow. */
    private static final double[][] PERCENTILES = {
        {0, 106, 186}, {1, 89, 151}, {3, 73, 137}, {5, 65, 133}, {8, 62, 130}, {12, 60, 119}
    };

    private LimitCases() {}

    static void addTo(VerdictCases all) {
        children(all);
        shares(all);
        elevations(all);
        waves(all);
        qt(all);
        pericarditis(all);
        others(all);
    }

    private static void children(VerdictCases all) {
        for (double[] band : PERCENTILES) {
            Patient child = Patient.of(Sex.FEMALE, (int) band[0]);
            for (double rate : new double[] {band[1] - 0.1, band[1], band[2], band[2] + 0.1}) {
                all.add("percentile, " + (int) band[0] + " years, " + rate, ecg -> small(ecg, child)
                        .rate(rate));
            }
        }
        for (double[] danger : new double[][] {{0, 70, 220}, {1, 50, 180}, {8, 40, 180}}) {
            Patient child = Patient.of(Sex.FEMALE, (int) danger[0]);
            for (double rate : new double[] {danger[1] - 0.1, danger[1], danger[2] - 0.1, danger[2]}) {
                all.add(
                        "danger, " + (int) danger[0] + " years, " + rate,
                        ecg -> small(ecg, child).rate(rate).p(0, 0));
            }
        }
        Patient eight = Patient.of(Sex.MALE, 8);
        for (double rate : new double[] {59.9, 60}) {
            all.add(
                    "breathless child, " + rate,
                    ecg -> small(ecg, eight).rate(rate).with(DYSPNOEA));
        }
        for (double rate : new double[] {149, 150, 152}) {
            all.add(
                    "child with a long QT at " + rate,
                    ecg -> ecg.patient(eight).qrs(70).qt(400).rate(rate));
        }
        for (double millis : new double[] {498, 500}) {
            all.add("child with QT " + millis, ecg -> ecg.patient(eight).qrs(70).qt(millis));
        }
    }

    private static Cases small(Cases ecg, Patient child) {
        return ecg.patient(child).qrs(70).qt(240);
    }

    private static void shares(VerdictCases all) {
        for (int[] x : new int[][] {{20, 12, 9}, {20, 11, 9}, {20, 12, 10}, {20, 12, 8}, {8, 5, 3}, {7, 5, 3}}) {
            String name = x[1] + " wide and " + x[2] + " usual of " + x[0];
            all.add(name, ecg -> ecg.rate(110).beats(beats(x[0], x[1], x[2])));
        }
        for (int[] x :
                new int[][] {{20, 12, 15}, {20, 11, 15}, {20, 20, 15}, {20, 20, 16}, {20, 20, 9}, {20, 20, 10}}) {
            String name = "irregular, " + x[1] + " wide and " + x[2] + " usual of " + x[0];
            all.add(name, ecg -> ecg.rate(150).rr(0.2, 500, 300, 400).beats(beats(x[0], x[1], x[2])));
        }
    }

    /** Some of the usual shape, the others each of another; the last ones wide. */
    private static List<Beat> beats(int count, int wide, int usual) {
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Beat.Kind kind = k < usual ? Beat.Kind.NORMAL : Beat.Kind.OTHER;
            beats.add(new Beat(200 + 200 * k, kind, k >= count - wide, k < usual ? 0 : k, 150, 1));
        }
        return beats;
    }

    private static void elevations(VerdictCases all) {
        List<Lead> septal = List.of(Lead.V2, Lead.V3);
        List<Lead> inferior = List.of(Lead.II, Lead.III, Lead.AVF);
        for (double st : new double[] {299, 300}) {
            all.add("Chinese lists, V2 and V3 " + st, ecg -> set(ecg, septal, st));
        }
        for (double st : new double[] {99, 100}) {
            all.add("Chinese lists, inferior " + st, ecg -> set(ecg, inferior, st)
                    .st(Lead.AVL, -50));
        }
        for (double rate : new double[] {130, 130.1}) {
            all.add("inferior 200 at " + rate, ecg -> set(ecg, inferior, 200).rate(rate));
        }
        LeadLevels early = new LeadLevels(0, 0, 800, -200, 200, 200, 600, 20_000)
                .with(new StShape(200, 200, 200, 0, 0))
                .with(new TShape(600, 200, 0, 200, 120));
        for (double millis : new double[] {374, 378, 380, 384}) {
            all.add("V2 and V3 200 below a tall T, QT " + millis, ecg -> same(ecg, early, septal)
                    .qt(millis));
        }
        for (double j40 : new double[] {75, 79, 80, 85}) {
            LeadLevels falling =
                    new LeadLevels(0, 0, 800, -200, 150, j40, 300, 20_000).with(new StShape(100, j40, j40, -1, 0));
            all.add("inferior 150, J + 40 " + j40, ecg -> same(ecg, falling, inferior));
            LeadLevels sinking = new LeadLevels(0, 0, 800, -200, -60, -j40 / 2, 300, 20_000)
                    .with(new StShape(-50, -j40 / 2, -j40 / 2, 1, 0));
            all.add(
                    "mirror, J + 40 " + -j40 / 2,
                    ecg -> same(set(ecg, inferior, 70), sinking, List.of(Lead.I, Lead.AVL)));
        }
        for (double j : new double[] {450, 490, 500, 510}) {
            LeadLevels deep = new LeadLevels(0, 0, 200, -1800, j, j, 300, -20_000);
            all.add("hypertrophy, V2 and V3 " + j, ecg -> same(ecg, deep, septal)
                    .levels(Lead.V1, new LeadLevels(0, 0, 100, -2800, 0, 0, 300, -20_000)));
        }
        for (double j : new double[] {99, 100}) {
            LeadLevels against = new LeadLevels(0, 0, 100, -300, j, j, 300, -20_000);
            all.add(
                    "LBBB, small S, ST " + j,
                    ecg -> ecg.qrs(150).statement("LBBB", 0.9).levels(Lead.V2, against));
        }
        for (double qrs : new double[] {220, 222}) {
            all.add("LBBB, QRS " + qrs, ecg -> ecg.qrs(qrs).statement("LBBB", 0.9));
        }
        for (double j : new double[] {-99, -100}) {
            all.add("hypertrophy, V4-V6 " + j, ecg -> set(ecg, List.of(Lead.V4, Lead.V5, Lead.V6), j)
                    .levels(Lead.V1, new LeadLevels(0, 0, 100, -2800, 0, 0, 300, -20_000))
                    .with(DYSPNOEA));
            for (double j60 : new double[] {j + 14.8, j + 15, j + 15.2}) {
                LeadLevels rising = new LeadLevels(0, 0, 800, -200, j, j60, 300, 20_000);
                all.add("V5 and V6 " + j + ", J + 60 " + j60, ecg -> same(ecg, rising, List.of(Lead.V5, Lead.V6))
                        .with(DYSPNOEA));
            }
        }
        LeadLevels climbing = new LeadLevels(0, 0, 900, -600, -120, -40, 600, 10_000)
                .with(new StShape(-90, -65, -40, 1, 0))
                .with(new TShape(600, 200, 0, 200, 130));
        for (double avr : new double[] {49, 50}) {
            all.add("de Winter, aVR " + avr, ecg -> same(ecg, climbing, List.of(Lead.V3, Lead.V4))
                    .st(Lead.AVR, avr));
        }
        List<Lead> many = List.of(Lead.I, Lead.II, Lead.V3, Lead.V4, Lead.V5, Lead.V6);
        for (int leads : new int[] {5, 6}) {
            all.add(leads + " leads sunken", ecg -> set(ecg, many.subList(0, leads), -100)
                    .st(Lead.AVR, 100)
                    .with(DYSPNOEA));
        }
    }

    private static void waves(VerdictCases all) {
        for (double t : new double[] {297, 299, 300}) {
            LeadLevels tall = new LeadLevels(0, 0, 180, -180, 0, 0, t, 0).with(new TShape(t, 180, 0, 180, 140));
            all.add("limb T " + t, ecg -> same(ecg, tall, List.of(Lead.II, Lead.AVF)));
        }
        for (double t : new double[] {100, 200, 300}) {
            all.add("one lead with peaked T, and another of " + t, ecg -> ecg.levels(Lead.V3, peaked(1200))
                    .levels(Lead.V4, peaked(t)));
        }
        for (double millis : new double[] {29.5, 30}) {
            LeadLevels q = new LeadLevels(-150, millis, 800, -200, 0, 0, 300, 20_000);
            all.add("inferior Q of " + millis, ecg -> same(ecg, q, List.of(Lead.II, Lead.AVF)));
        }
        for (double period = 306; period <= 326; period += 2) {
            double[] wave = new double[500];
            for (int i = 0; i < wave.length; i++) {
                wave[i] = 800 * Math.sin(4 * Math.PI * i / period);
            }
            all.add("sine, period " + period, ecg -> ecg.median(List.of(Lead.II, Lead.V2), new double[][] {wave, wave})
                    .p(0, 150));
        }
        for (double u = 94; u <= 112; u += 2) {
            double height = u;
            all.add("U of " + u, ecg -> u(ecg, 2, 60, height, 45));
            all.add(
                    "U of " + u + " and two shapes",
                    ecg -> u(ecg, 2, 300, height, 70).beats(ectopic(2)).statement("PVC", 0.9));
        }
        for (double sigma = 58; sigma <= 74; sigma += 1) {
            double width = sigma;
            all.add(
                    "U as long as " + sigma,
                    ecg -> u(ecg, 2, 300, 150, width).beats(ectopic(2)).statement("PVC", 0.9));
        }
        for (int shapes : new int[] {0, 1, 2}) {
            all.add(
                    "U and ectopy of " + shapes,
                    ecg -> u(ecg, 2, 300, 150, 72).beats(ectopic(shapes)).statement("PVC", 0.9));
        }
        all.add("U in one lead", ecg -> u(ecg, 1, 100, 150, 45));
    }

    private static void qt(VerdictCases all) {
        for (double millis : new double[] {498, 500}) {
            all.add("QT " + millis + " and R on T", ecg -> ecg.qt(millis)
                    .beats(List.of(
                            new Beat(700, Beat.Kind.NORMAL, false),
                            new Beat(920, Beat.Kind.VENTRICULAR, true),
                            new Beat(1700, Beat.Kind.NORMAL, false))));
        }
        all.add("QT 548", ecg -> ecg.qt(548));
        all.add("QT 478 and one R on T", ecg -> ecg.qt(478)
                .beats(List.of(
                        new Beat(700, Beat.Kind.NORMAL, false),
                        new Beat(910, Beat.Kind.VENTRICULAR, true),
                        new Beat(1700, Beat.Kind.NORMAL, false))));
        for (int late : new int[] {0, 1, 2, 3}) {
            List<Lead> leads = List.of(Lead.II, Lead.V2, Lead.V3, Lead.V4);
            double[][] x = new double[leads.size()][490];
            for (int lead = 0; lead < leads.size(); lead++) {
                for (int i = 0; i < 490; i++) {
                    double millis = 2.0 * (i - 150);
                    x[lead][i] = bump(millis, 40, 10, 1000) + bump(millis, lead < late ? 530 : 300, 25, 400);
                }
            }
            all.add("QT 590, late in " + late, ecg -> ecg.qt(590).median(leads, x));
        }
    }

    private static void pericarditis(VerdictCases all) {
        List<Lead> wide = List.of(Lead.II, Lead.V6, Lead.I, Lead.V5, Lead.AVF);
        for (int leads : new int[] {4, 5}) {
            for (int sunken : new int[] {2, 3}) {
                all.add(leads + " leads raised, PR of " + sunken, ecg -> {
                    for (int k = 0; k < leads; k++) {
                        ecg.levels(wide.get(k), raised(80, k < sunken ? -80 : 0));
                    }
                    return ecg;
                });
            }
        }
        for (double st : new double[] {49, 50}) {
            all.add("five leads raised " + st, ecg -> same(ecg, raised(st, -80), wide));
        }
        for (double pr : new double[] {-49, -50}) {
            all.add("five leads raised, PR " + pr, ecg -> same(ecg, raised(80, pr), wide));
        }
        for (double avl : new double[] {-49, -50}) {
            all.add("five leads raised, aVL " + avl, ecg -> same(ecg, raised(80, -80), wide)
                    .st(Lead.AVL, avl));
        }
    }

    private static void others(VerdictCases all) {
        for (double rate : new double[] {49.9, 50, 50.1}) {
            all.add("syncope at " + rate, ecg -> ecg.rate(rate).with(SYNCOPE));
        }
        for (double rate : new double[] {110, 110.1}) {
            all.add("fibrillation at " + rate, ecg -> ecg.rate(rate).statement("AF", 0.9));
        }
        all.add("RR 4990 in fibrillation", ecg -> ecg.longestRr(4990).statement("AF", 0.9));
        for (String block : List.of("LBBB", "RBBB")) {
            all.add(block + " of 118 ms", ecg -> ecg.qrs(118).statement(block, 0.9));
        }
        for (double st : new double[] {98, 100, 101}) {
            LeadLevels t =
                    new LeadLevels(0, 0, 600, -900, st, st, 100, -5_000).with(new TShape(100, 150, -100, 230, 90));
            all.add("Wellens A, ST " + st, ecg -> same(ecg, t, List.of(Lead.V2, Lead.V3)));
        }
        for (double pr : new double[] {118, 120, 122}) {
            all.add("WPW, PR " + pr, ecg -> ecg.pr(pr).qrs(120).statement("WPW", 0.9));
        }
        for (double qrs : new double[] {108, 110, 112}) {
            all.add("WPW, QRS " + qrs, ecg -> ecg.pr(100).qrs(qrs).statement("WPW", 0.9));
        }
        for (int pulses : new int[] {1, 2, 3}) {
            all.add(pulses + " pacing pulses", ecg -> ecg.beats(List.of(
                            new Beat(250, Beat.Kind.NORMAL, true),
                            new Beat(650, Beat.Kind.NORMAL, true),
                            new Beat(1050, Beat.Kind.NORMAL, true)))
                    .pulses(List.of(210, 610, 1010).subList(0, pulses))
                    .statement("PACED", 0.9));
        }
        all.add("two single ventricular beats", ecg -> ecg.beats(ectopicAt(2, 5))
                .statement("PVC", 0.9));
        all.add("three single ventricular beats", ecg -> ecg.beats(ectopicAt(2, 5, 8))
                .statement("PVC", 0.9));
    }

    private static List<Beat> ectopicAt(int... places) {
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            int at = k;
            boolean early = Arrays.stream(places).anyMatch(place -> place == at);
            beats.add(new Beat(
                    200 + 400 * k, early ? Beat.Kind.VENTRICULAR : Beat.Kind.NORMAL, early, early ? 1 : 0, 100, 1));
        }
        return beats;
    }

    private static List<Beat> ectopic(int shapes) {
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            boolean wide = k % 3 == 2 && k / 3 < shapes;
            beats.add(new Beat(
                    200 + 400 * k,
                    wide ? Beat.Kind.VENTRICULAR : Beat.Kind.NORMAL,
                    wide,
                    wide ? 1 + k / 3 : 0,
                    wide ? 150 : 90,
                    1));
        }
        return beats;
    }

    private static LeadLevels raised(double st, double pr) {
        return new LeadLevels(0, 0, 800, -200, st, st, 300, 20_000).with(new PShape(100, 0, 0, pr));
    }

    private static LeadLevels peaked(double microvolts) {
        return new LeadLevels(0, 0, 800, -200, 0, 0, microvolts, 20_000).with(new TShape(microvolts, 200, 0, 0, 80));
    }

    /** A T 250 ms and a U 440 ms behind the QRS onset, in so many of V2 and V3. */
    private static Cases u(Cases ecg, int leads, double t, double u, double sigma) {
        double[][] x = new double[2][480];
        for (int lead = 0; lead < 2; lead++) {
            for (int i = 0; i < 480; i++) {
                double millis = 2.0 * (i - 150);
                x[lead][i] = bump(millis, 40, 12, 900)
                        + bump(millis, 250, 28, t)
                        + (lead < leads ? bump(millis, 440, sigma, u) : 0);
            }
        }
        return ecg.median(List.of(Lead.V2, Lead.V3), x);
    }

    private static double bump(double at, double middle, double sigma, double height) {
        return height * Math.exp(-Math.pow((at - middle) / sigma, 2) / 2);
    }

    private static Cases set(Cases ecg, List<Lead> leads, double microvolts) {
        leads.forEach(lead -> ecg.st(lead, microvolts));
        return ecg;
    }

    private static Cases same(Cases ecg, LeadLevels levels, List<Lead> leads) {
        leads.forEach(lead -> ecg.levels(lead, levels));
        return ecg;
    }
}
