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

/** What is odd about the waves of single leads: Q, ST, T, U and their patterns. */
final class WaveCases {

    private static final Symptoms DYSPNOEA = new Symptoms(false, false, true, false);
    private static final List<Lead> RIGHT_CHEST = List.of(Lead.V1, Lead.V2, Lead.V3, Lead.V4);
    private static final List<Lead> PAIR = List.of(Lead.V3, Lead.V4);

    private WaveCases() {}

    static void addTo(VerdictCases all) {
        infarctions(all);
        patternsOfSt(all);
        inversions(all);
        potassium(all);
        rightHeart(all);
        alternating(all);
    }

    private static void infarctions(VerdictCases all) {
        for (double st : new double[] {-49, -50, -100}) {
            all.withSymptoms("front sunken " + st, ecg -> front(ecg, st));
            for (double v8 : new double[] {49, 50, 99, 100}) {
                all.add("front sunken " + st + ", V8 " + v8, ecg -> front(ecg, st)
                        .st(Lead.V8, v8));
                all.add(
                        "front sunken " + st + ", V8 " + v8 + ", man 39",
                        ecg -> front(ecg, st).st(Lead.V8, v8).patient(Patient.of(Sex.MALE, 39)));
            }
        }
        for (double v4r : new double[] {49, 50, 99, 100}) {
            all.add("inferior, V4R " + v4r, ecg -> set(ecg, 150, Lead.II, Lead.AVF)
                    .st(Lead.V4R, v4r));
            all.add(
                    "inferior, V4R " + v4r + ", man 29",
                    ecg -> set(ecg, 150, Lead.II, Lead.AVF).st(Lead.V4R, v4r).patient(Patient.of(Sex.MALE, 29)));
        }
        all.add("V4R alone", ecg -> ecg.st(Lead.V4R, 200));
        for (String block : List.of("LBBB", "PACED", "RBBB")) {
            for (double j : new double[] {99, 100, 374, 375}) {
                all.add(block + ", ST with the QRS " + j, ecg -> wide(ecg, block)
                        .levels(Lead.V5, new LeadLevels(0, 0, 1200, 0, j, j, 300, 90_000)));
                all.add(block + ", ST against the S " + j, ecg -> wide(ecg, block)
                        .levels(Lead.V2, new LeadLevels(0, 0, 100, -1500, j, j, 300, -60_000)));
                all.add(block + ", ST sunken with the S " + j, ecg -> wide(ecg, block)
                        .levels(Lead.V2, new LeadLevels(0, 0, 100, -1500, -j, -j, 300, -60_000)));
            }
            all.add(block + ", QRS 222", ecg -> wide(ecg, block).qrs(222));
        }
        for (double st : new double[] {49, 50, 99, 100}) {
            for (double mirror : new double[] {-49, -50}) {
                all.add("III and aVF " + st + ", aVL " + mirror, ecg -> set(ecg, st, Lead.III, Lead.AVF)
                        .st(Lead.AVL, mirror));
            }
        }
        for (double depth : new double[] {-20, -99, -100, -300}) {
            for (double millis : new double[] {19, 20, 29, 30}) {
                LeadLevels q = new LeadLevels(depth, millis, 800, -200, 0, 0, 300, 20_000);
                all.add("inferior Q " + depth + ", " + millis, ecg -> same(ecg, q, Lead.II, Lead.AVF));
                all.add("front Q " + depth + ", " + millis, ecg -> same(ecg, q, Lead.V2, Lead.V3));
            }
        }
    }

    private static void patternsOfSt(VerdictCases all) {
        for (double[] x : new double[][] {
            {-100, -80, -50, 500},
            {-99, -80, -49, 500},
            {-100, -79, -50, 500},
            {-100, -80, -51, 500},
            {-100, -80, -50, 499}
        }) {
            LeadLevels climbing = new LeadLevels(0, 0, 900, -600, x[0], x[2], x[3], 10_000)
                    .with(new StShape(x[1], (x[1] + x[2]) / 2, x[2], 1, 0))
                    .with(new TShape(x[3], 200, 0, 200, 130));
            all.withSymptoms("climbing ST " + x[0] + " " + x[1] + " " + x[2] + " " + x[3], ecg -> both(ecg, climbing));
        }
        for (double[] x : new double[][] {
            {200, 140, 60, -50}, {199, 140, 60, -50}, {200, 140, 60, -49}, {200, 200, 60, -50}, {200, 140, 140, -50}
        }) {
            LeadLevels coved = new LeadLevels(0, 0, 300, -800, x[0], (x[1] + x[2]) / 2, 0, -10_000)
                    .with(new StShape((x[0] + x[1]) / 2, x[1], x[2], -1, 0))
                    .with(new TShape(0, 80, x[3], 200, 100));
            all.withSymptoms("coved " + x[0] + " " + x[1] + " " + x[2] + " " + x[3], ecg -> ecg.levels(Lead.V1, coved));
        }
        LeadLevels raised = new LeadLevels(0, 0, 800, -200, 80, 80, 300, 20_000);
        for (double pr : new double[] {-49, -50, -80}) {
            all.withSymptoms(
                    "raised everywhere, PR " + pr,
                    ecg -> same(
                            ecg, raised.with(new PShape(100, 0, 0, pr)), Lead.II, Lead.V5, Lead.V6, Lead.I, Lead.AVF));
            all.add(
                    "raised in four, PR " + pr,
                    ecg -> same(ecg, raised.with(new PShape(100, 0, 0, pr)), Lead.II, Lead.V5, Lead.V6, Lead.I));
        }
    }

    private static void inversions(VerdictCases all) {
        for (double[] x : new double[][] {
            {100, -100, 0}, {99, -100, 0}, {100, -99, 0}, {100, -100, 101}, {0, -199, 0}, {0, -200, 0}
        }) {
            LeadLevels t = new LeadLevels(0, 0, 600, -900, x[2], x[2], x[0], -5_000)
                    .with(new TShape(x[0], 150, x[1], 230, 90));
            all.withSymptoms("T up " + x[0] + ", down " + x[1] + ", ST " + x[2], ecg -> same(ecg, t, Lead.V2, Lead.V3));
        }
        for (double t : new double[] {-99, -100, -300}) {
            LeadLevels inverted = new LeadLevels(0, 0, 800, -200, 0, 0, t, 20_000);
            LeadLevels strain = new LeadLevels(0, 0, 3500, -200, 0, 0, t, 60_000);
            all.withSymptoms("lateral T " + t, ecg -> same(ecg, inverted, Lead.V4, Lead.V5));
            all.withSymptoms("inferior T " + t, ecg -> same(ecg, inverted, Lead.III, Lead.AVF));
            all.withSymptoms("strain T " + t, ecg -> same(ecg, strain, Lead.V5, Lead.V6));
            for (int age : new int[] {19, 20}) {
                all.add("V3 and V4 T " + t + " at " + age, ecg -> same(ecg, inverted, Lead.V3, Lead.V4)
                        .patient(Patient.of(Sex.FEMALE, age)));
            }
        }
        for (double[] x : new double[][] {{750, 1000}, {749, 1000}, {500, 600}, {499, 600}}) {
            LeadLevels t =
                    new LeadLevels(0, 0, x[1] / 2, -x[1] / 2, 0, 0, x[0], 0).with(new TShape(x[0], 180, 0, 180, 140));
            all.withSymptoms("T " + x[0] + " of QRS " + x[1], ecg -> both(ecg, t));
        }
    }

    private static void potassium(VerdictCases all) {
        for (double[] x : new double[][] {{599, 1000, 90}, {600, 999, 90}, {600, 1000, 100}, {600, 1000, 101}}) {
            all.add("peaked T " + x[0] + " " + x[1] + " " + x[2], ecg -> ecg.levels(Lead.II, peaked(x[0], x[2]))
                    .levels(Lead.V3, peaked(x[1], x[2])));
        }
        for (double[] x : new double[][] {
            {49.9, 90, 150},
            {50, 90, 150},
            {70, 110, 150},
            {70, 112, 150},
            {70, 90, 50},
            {70, 90, 49.9},
            {70, 118, 49.9},
            {70, 120, 49.9},
            {70, 120, 50},
            {70, 130, 599},
            {70, 130, 600}
        }) {
            String name = "peaked T, rate " + x[0] + ", QRS " + x[1] + ", P " + x[2];
            all.withSymptoms(
                    name,
                    ecg -> both(ecg, peaked(1200, 80)).rate(x[0]).qrs(x[1]).p(1, x[2]));
        }
        for (double share : new double[] {0.49, 0.5}) {
            all.add(
                    "peaked T, P before " + share,
                    ecg -> both(ecg, peaked(1200, 80)).qrs(130).p(share, 150));
        }
        all.add(
                "peaked T, irregular",
                ecg -> both(ecg, peaked(1200, 80)).qrs(130).p(0, 0).rr(0.15, 700, 900, 800));
        all.add(
                "peaked T, almost irregular",
                ecg -> both(ecg, peaked(1200, 80)).qrs(130).p(0, 0).rr(0.149, 700, 900, 800));
        for (String code : List.of("PACED", "LBBB", "VF")) {
            all.add("peaked T with " + code, ecg -> both(ecg, peaked(1200, 80)).statement(code, 0.9));
        }
        for (double period : new double[] {306, 324, 750}) {
            for (double rate : new double[] {199.9, 200}) {
                double[] wave = new double[500];
                for (int i = 0; i < wave.length; i++) {
                    wave[i] = 800 * Math.sin(4 * Math.PI * i / period);
                }
                all.add("sine of " + period + " at " + rate, ecg -> ecg.median(
                                List.of(Lead.II, Lead.V2), new double[][] {wave, wave})
                        .rate(rate)
                        .p(0, 150));
            }
        }
        for (double[] x :
                new double[][] {{150, 155, 45}, {165, 150, 45}, {60, 90, 45}, {60, 110, 45}, {300, 106, 70}}) {
            all.add("U " + x[1] + " behind T " + x[0], ecg -> withU(ecg, x[0], x[1], x[2]));
            all.add("U " + x[1] + " behind T " + x[0] + " in flutter", ecg -> withU(ecg, x[0], x[1], x[2])
                    .statement("AFL", 0.9));
            all.add("U " + x[1] + " behind T " + x[0] + " in VT", ecg -> withU(ecg, x[0], x[1], x[2])
                    .statement("VT", 0.9));
            all.add(
                    "U " + x[1] + " behind T " + x[0] + " and two shapes",
                    ecg -> withU(ecg, x[0], x[1], x[2]).beats(twoShapes()).statement("PVC", 0.9));
        }
    }

    private static void rightHeart(VerdictCases all) {
        for (double[] x : new double[][] {
            {150, 150, -50, 101}, {149, 150, -50, 101}, {150, 149, -50, 101}, {150, 150, -49, 101}, {150, 150, -50, 100}
        }) {
            for (Symptoms symptoms : List.of(DYSPNOEA, Symptoms.NONE)) {
                String name = "S1 " + x[0] + ", Q3 " + x[1] + ", T3 " + x[2] + ", rate " + x[3]
                        + (symptoms.any() ? ", breathless" : "");
                all.add(name, ecg -> ecg.rate(x[3])
                        .levels(Lead.I, right(0, -x[0], 300))
                        .levels(Lead.III, right(-x[1], 0, x[2]))
                        .with(symptoms));
            }
        }
        for (int leads : new int[] {2, 3, 4}) {
            for (double t : new double[] {-99, -100}) {
                for (String code : List.of("SR", "RBBB", "PACED", "LBBB", "VT", "WPW")) {
                    String name = leads + " leads of V1-V4 with T " + t + ", " + code;
                    all.add(name, ecg -> inverted(ecg, leads, t).statement(code, 0.9));
                    all.add(
                            name + ", breathless",
                            ecg -> inverted(ecg, leads, t).statement(code, 0.9).with(DYSPNOEA));
                }
            }
        }
        all.add(
                "T of V1-V4 at nine years",
                ecg -> inverted(ecg, 4, -200).with(DYSPNOEA).patient(Patient.of(Sex.FEMALE, 9)));
        for (double[] x : new double[][] {{499, 999, 101}, {500, 999, 101}, {499, 1000, 101}, {499, 999, 100}}) {
            all.add("limb " + x[0] + ", chest " + x[1] + ", rate " + x[2], ecg -> low(ecg, x[0], x[1])
                    .rate(x[2]));
        }
    }

    /** T, QRS or both alternate by so many microvolts. */
    private static void alternating(VerdictCases all) {
        for (double[] x : new double[][] {
            {100.5, 0, 10}, {102.5, 0, 10}, {0, 200, 10}, {0, 250, 10}, {300, 350, 6}, {300, 350, 7}, {300, 350, 8}
        }) {
            for (int leads : new int[] {1, 2, 3}) {
                String name = leads + " leads with T " + x[0] + " and QRS " + x[1] + " alternating over " + x[2];
                all.add(name, ecg -> alternating(ecg, leads, x[0], x[1], (int) x[2]));
            }
        }
        all.add("T alternating, irregular", ecg -> alternating(ecg, 3, 150, 0, 10)
                .rr(0.11, 700, 900));
        for (String code : List.of("VT", "AF", "AFL", "VF")) {
            all.add("T and QRS alternating, " + code, ecg -> alternating(ecg, 3, 150, 350, 10)
                    .statement(code, 0.9));
        }
        all.add("QRS alternating, low and fast", ecg -> low(alternating(ecg, 3, 0, 350, 10), 300, 300)
                .rate(101));
    }

    private static Cases alternating(Cases ecg, int leads, double t, double qrs, int beats) {
        List<Lead> names = List.of(Lead.II, Lead.V2, Lead.V5).subList(0, leads);
        double[] x = new double[5000];
        List<Beat> at = new ArrayList<>();
        for (int k = 0; k < beats; k++) {
            int r = 200 + 450 * k;
            at.add(new Beat(r, Beat.Kind.NORMAL, false));
            for (int i = Math.max(0, r - 100); i < Math.min(x.length, r + 300); i++) {
                double millis = 2.0 * (i - r);
                x[i] += bump(millis, 0, 12, 1000 + (k % 2) * qrs) + bump(millis, 280, 40, 300 + (k % 2) * t);
            }
        }
        double[][] same = new double[leads][];
        double[][] median = new double[leads][];
        for (int k = 0; k < leads; k++) {
            same[k] = x;
            median[k] = Arrays.copyOfRange(x, 480, 880);
        }
        return ecg.signals(names, same).median(names, median).beats(at);
    }

    private static List<Beat> twoShapes() {
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            boolean wide = k % 3 == 2;
            beats.add(new Beat(
                    200 + 400 * k, wide ? Beat.Kind.VENTRICULAR : Beat.Kind.NORMAL, wide, wide ? k : 0, 120, 1));
        }
        return beats;
    }

    private static Cases inverted(Cases ecg, int leads, double t) {
        RIGHT_CHEST.subList(0, leads).forEach(lead -> ecg.levels(lead, right(0, -300, t)));
        return ecg.rate(110);
    }

    private static Cases low(Cases ecg, double limb, double chest) {
        Lead.STANDARD_12.forEach(lead ->
                ecg.levels(lead, new LeadLevels(0, 0, (lead.limb() ? limb : chest) - 100, -100, 0, 0, 100, 1000)));
        return ecg;
    }

    private static LeadLevels right(double q, double s, double t) {
        return new LeadLevels(q, 30, 400, s, 0, 0, t, 10_000)
                .with(new TShape(Math.max(0, t), 200, Math.min(0, t), 200, 120));
    }

    private static LeadLevels peaked(double microvolts, double width) {
        return new LeadLevels(0, 0, 800, -200, 0, 0, microvolts, 20_000).with(new TShape(microvolts, 200, 0, 0, width));
    }

    private static Cases withU(Cases ecg, double t, double u, double sigma) {
        double[] x = new double[480];
        for (int i = 0; i < x.length; i++) {
            double millis = 2.0 * (i - 150);
            x[i] = bump(millis, 40, 12, 900) + bump(millis, 250, 28, t) + bump(millis, 440, sigma, u);
        }
        return ecg.median(List.of(Lead.V2, Lead.V3), new double[][] {x, x});
    }

    private static double bump(double at, double middle, double sigma, double height) {
        return height * Math.exp(-Math.pow((at - middle) / sigma, 2) / 2);
    }

    private static Cases front(Cases ecg, double st) {
        return same(ecg, new LeadLevels(0, 0, 800, -200, st, st, 300, 20_000), Lead.V2, Lead.V3);
    }

    private static Cases wide(Cases ecg, String block) {
        return ecg.qrs(150).statement(block, 0.9);
    }

    private static Cases both(Cases ecg, LeadLevels levels) {
        PAIR.forEach(lead -> ecg.levels(lead, levels));
        return ecg;
    }

    private static Cases same(Cases ecg, LeadLevels levels, Lead... leads) {
        List.of(leads).forEach(lead -> ecg.levels(lead, levels));
        return ecg;
    }

    private static Cases set(Cases ecg, double microvolts, Lead... leads) {
        List.of(leads).forEach(lead -> ecg.st(lead, microvolts));
        return ecg;
    }
}
