package org.ecgnet.triage;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.Fibrillation;

/** What is odd about the beats, their order, their pacing or the atria. */
final class RhythmCases {

    private static final Symptoms DYSPNOEA = new Symptoms(false, false, true, false);

    private RhythmCases() {}

    static void addTo(VerdictCases all) {
        fibrillation(all);
        ectopy(all);
        wideAndIrregular(all);
        conduction(all);
        pacing(all);
        children(all);
    }

    private static void fibrillation(VerdictCases all) {
        all.add("VF in three leads", ecg -> ecg.statement("VF", 0.9)
                .fibrillation(windows(5, 0.97, Lead.II, Lead.V1, Lead.V5)));
        all.add("VF in three leads, one window", ecg -> ecg.statement("VF", 0.9)
                .fibrillation(windows(1, 0.97, Lead.II, Lead.V1, Lead.V5)));
        all.add("VF and asystole", ecg -> ecg.statement("VF", 0.9).statement("ASYSTOLE", 0.9));
        all.add(
                "asystole",
                ecg -> ecg.statement("ASYSTOLE", 0.9).silentEnd(6000).beats(List.of()));
    }

    private static void ectopy(VerdictCases all) {
        for (String row : List.of(
                "NNNNVVNNN",
                "NNNVVVNNN",
                "NNVVVVVNN",
                "NNVXVXVNN",
                "NNVXVNNNN",
                "NNNVXNNNN",
                "NNVXXVNNN",
                "NVNVNVNN",
                "NVNVNNNN",
                "NNVNNVNNVNN",
                "NNVNNVNNN",
                "NNVNNXNNN",
                "NSNNSNNNN")) {
            all.withSymptoms(row, ecg -> ecg.beats(row(400, row)).statement("PVC", 0.9));
            all.add(row + " at 100/min", ecg -> ecg.beats(row(600, row)).statement("PVC", 0.9));
            all.add(row + " in VT", ecg -> ecg.beats(row(400, row)).statement("VT", 0.9));
            all.add(row + " paced", ecg -> ecg.beats(row(400, row)).statement("PACED", 0.9));
            all.add(row + " in VF", ecg -> ecg.beats(row(400, row)).statement("VF", 0.9));
        }
        for (int times : new int[] {1, 2}) {
            for (int millis : new int[] {300, 398, 400}) {
                String name = times + " R on T " + millis;
                all.add(name, ecg -> ecg.beats(onT(times, millis)));
                all.add(name + ", QT 480", ecg -> ecg.qt(480).beats(onT(times, millis)));
                all.add(name + ", ST", ecg -> ecg.statement("STE", 0.9).beats(onT(times, millis)));
                all.add(name + ", depression", ecg -> ecg.statement("STD", 0.9).beats(onT(times, millis)));
                all.add(name + ", infarction", ecg -> ecg.statement("MI_ACUTE", 0.9)
                        .beats(onT(times, millis)));
                all.add(name + " at 121", ecg -> ecg.rate(121).beats(onT(times, millis)));
                all.add(name + " paced", ecg -> ecg.statement("PACED", 0.9).beats(onT(times, millis)));
                all.add(name + " in VT", ecg -> ecg.statement("VT", 0.9).beats(onT(times, millis)));
            }
        }
    }

    private static void wideAndIrregular(VerdictCases all) {
        for (String row : List.of("WWWWWWWOOO", "WWWWWWWWOO", "WWWWNNNOOO", "NNNNOOOOOO", "WWWWOOOOOO", "WWWWW")) {
            for (double rr : new double[] {159, 160, 250, 251}) {
                all.add(
                        row + " RR " + rr,
                        ecg -> ecg.rate(150).rr(0.2, 500, rr, 400).beats(row(400, row)));
            }
            all.add(
                    row + " steady",
                    ecg -> ecg.rate(150).rr(0.089, 500, 240, 400).beats(row(400, row)));
            all.add(
                    row + " just irregular",
                    ecg -> ecg.rate(150).rr(0.09, 500, 240, 400).beats(row(400, row)));
            all.add(row + " slow", ecg -> ecg.rate(99.9).rr(0.2, 700, 300, 500).beats(row(600, row)));
            for (String code : List.of("LBBB", "RBBB", "PACED", "VF", "WPW", "AF")) {
                all.add(row + " with " + code, ecg -> ecg.rate(150)
                        .rr(0.2, 500, 300, 400)
                        .beats(row(400, row))
                        .statement(code, 0.9));
            }
        }
    }

    private static void conduction(VerdictCases all) {
        for (int every : new int[] {2, 3}) {
            for (double rate : new double[] {35, 35.1}) {
                all.withSymptoms(
                        "every " + every + ". P passed on, " + rate,
                        ecg -> ecg.rate(rate).beats(everyOf(every)).pWaves(p()).statement("AVB2", 0.9));
            }
        }
        all.withSymptoms("AVB2 of a kind unknown", ecg -> ecg.statement("AVB2", 0.6));
        all.withSymptoms("AVB3", ecg -> ecg.rate(45).pWaves(p()).statement("AVB3", 0.7));
        all.add("AVB3 paced", ecg -> ecg.statement("AVB3", 0.7).statement("PACED", 0.9));
        all.add("AVB3 in VF", ecg -> ecg.statement("AVB3", 0.7).statement("VF", 0.9));
        for (double pr : new double[] {200, 202, 298, 300}) {
            all.add("PR " + pr, ecg -> ecg.pr(pr).statement("AVB1", 0.9));
            for (String other : List.of("LAFB", "LPFB")) {
                all.withSymptoms(
                        "RBBB and " + other + ", PR " + pr,
                        ecg -> ecg.qrs(140).pr(pr).statement("RBBB", 0.8).statement(other, 0.9));
            }
            all.withSymptoms("LBBB, PR " + pr, ecg -> ecg.qrs(140).pr(pr).statement("LBBB", 0.8));
        }
        all.add("WPW in AF", ecg -> ecg.statement("WPW", 0.9).statement("AF", 0.9));
        all.add("WPW", ecg -> ecg.statement("WPW", 0.9));
    }

    private static void pacing(VerdictCases all) {
        for (int lost : new int[] {0, 1, 2, 3}) {
            for (double rr : new double[] {2000, 2999, 3000}) {
                all.withSymptoms(
                        lost + " pulses lost, RR " + rr, ecg -> paced(ecg, lost).longestRr(rr));
            }
            for (double rate : new double[] {35, 35.1}) {
                all.add(lost + " pulses lost, rate " + rate, ecg -> paced(ecg.rate(rate), lost)
                        .longestRr(2000));
            }
        }
        all.add("pulse behind a beat of the heart's own", ecg -> ecg.beats(List.of(
                        new Beat(300, Beat.Kind.NORMAL, true),
                        new Beat(700, Beat.Kind.OTHER, false),
                        new Beat(1300, Beat.Kind.NORMAL, true)))
                .pulses(List.of(260, 800, 1260))
                .statement("PACED", 0.7));
        all.add("no pulse in a pause", ecg -> ecg.longestRr(3000)
                .beats(List.of(new Beat(150, Beat.Kind.NORMAL, true), new Beat(2000, Beat.Kind.NORMAL, true)))
                .pulses(List.of(110, 1960)));
    }

    private static void children(VerdictCases all) {
        for (int years : new int[] {0, 1, 4, 8, 16}) {
            Patient child = Patient.of(Sex.FEMALE, years);
            for (double rate : new double[] {39.9, 49.9, 59.9, 69.9, 70, 119.1, 180, 220}) {
                all.add(years + " years, " + rate, ecg -> small(ecg, child).rate(rate));
            }
            all.add(
                    years + " years, 59.9, breathless",
                    ecg -> small(ecg, child).rate(59.9).with(DYSPNOEA));
            for (double rate : new double[] {149.9, 150, 180}) {
                for (double qrs : new double[] {90, 92, 100, 102}) {
                    all.add(
                            years + " years, " + rate + ", no P, QRS " + qrs,
                            ecg -> small(ecg, child).qrs(qrs).rate(rate).p(0.69, 150));
                }
            }
            all.add(years + " years, QT 500", ecg -> ecg.patient(child).qt(500));
            all.add(years + " years, AVB3", ecg -> small(ecg, child).statement("AVB3", 0.5));
        }
    }

    private static Cases small(Cases ecg, Patient child) {
        return ecg.patient(child).qrs(70).qt(300);
    }

    /** 500 Hz; N normal, W normal and wide, S early, V and X ventricular of two shapes, O each of another shape and wide. */
    private static List<Beat> row(int millis, String kinds) {
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < kinds.length(); k++) {
            int r = 200 + k * millis / 2;
            beats.add(
                    switch (kinds.charAt(k)) {
                        case 'W' -> new Beat(r, Beat.Kind.NORMAL, true, 0, 150, 1);
                        case 'S' -> new Beat(r, Beat.Kind.SUPRAVENTRICULAR, false, 0, 90, 0.7);
                        case 'V' -> new Beat(r, Beat.Kind.VENTRICULAR, true, 1, 150, 0.7);
                        case 'X' -> new Beat(r, Beat.Kind.VENTRICULAR, true, 2, 160, 0.7);
                        case 'O' -> new Beat(r, Beat.Kind.OTHER, true, 10 + k, 150, 1);
                        default -> new Beat(r, Beat.Kind.NORMAL, false, 0, 90, 1);
                    });
        }
        return beats;
    }

    private static List<Beat> onT(int times, int millis) {
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < times; k++) {
            beats.add(new Beat(100 + 1500 * k, Beat.Kind.NORMAL, false));
            beats.add(new Beat(100 + 1500 * k + millis / 2, Beat.Kind.VENTRICULAR, true));
            beats.add(new Beat(1200 + 1500 * k, Beat.Kind.NORMAL, false));
        }
        return beats;
    }

    private static List<Integer> p() {
        List<Integer> p = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            p.add(100 + 400 * k);
        }
        return p;
    }

    private static List<Beat> everyOf(int every) {
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < 12; k += every) {
            beats.add(new Beat(180 + 400 * k, Beat.Kind.NORMAL, false));
        }
        return beats;
    }

    private static Cases paced(Cases ecg, int lost) {
        List<Beat> beats = new ArrayList<>();
        List<Integer> pulses = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            pulses.add(210 + 400 * k);
            if (k < 3 || k >= 3 + lost) {
                beats.add(new Beat(250 + 400 * k, Beat.Kind.NORMAL, true));
            }
        }
        return ecg.beats(beats).pulses(pulses).statement("PACED", 0.9);
    }

    private static Fibrillation windows(int count, double score, Lead... leads) {
        List<Fibrillation.Window> windows = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double[][] features = new double[leads.length][];
            double[] scores = new double[leads.length];
            for (int i = 0; i < leads.length; i++) {
                features[i] = new double[] {0.3, 0.4, 1, 1, 5, 0.8, 300};
                scores[i] = score;
            }
            windows.add(new Fibrillation.Window(500 * k, List.of(leads), features, scores));
        }
        return new Fibrillation(windows);
    }
}
