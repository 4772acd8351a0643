package org.ecgnet.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;

/** Plain ECGs at and just below the limits of the catalogue, by a name that says what is odd about each. */
final class VerdictCases {

    private static final List<Lead> INFERIOR = List.of(Lead.II, Lead.III, Lead.AVF);
    private static final List<Lead> SEPTAL = List.of(Lead.V2, Lead.V3);
    private static final List<Lead> LATERAL = List.of(Lead.V5, Lead.V6);
    private static final List<Lead> HIGH_LATERAL = List.of(Lead.I, Lead.AVL);
    private static final Symptoms PAIN = new Symptoms(true, false, false, false);
    private static final Symptoms SYNCOPE = new Symptoms(false, true, false, false);
    private static final Symptoms SHOCK = new Symptoms(false, false, false, true);

    private final Map<String, Cases> cases = new LinkedHashMap<>();

    private VerdictCases() {}

    static Map<String, Cases> all() {
        VerdictCases all = new VerdictCases();
        all.add("normal", ecg -> ecg);
        all.rates();
        all.pauses();
        all.intervals();
        all.blocks();
        all.elevations();
        all.depressions();
        RhythmCases.addTo(all);
        WaveCases.addTo(all);
        LimitCases.addTo(all);
        return all.cases;
    }

    void add(String name, UnaryOperator<Cases> odd) {
        cases.put(name, odd.apply(Cases.normal()));
    }

    void withSymptoms(String name, UnaryOperator<Cases> odd) {
        add(name, odd);
        add(name + ", chest pain", ecg -> odd.apply(ecg).with(PAIN));
        add(name + ", syncope", ecg -> odd.apply(ecg).with(SYNCOPE));
    }

    private void rates() {
        for (double rate : new double[] {35, 35.1, 49.9, 50, 110, 130, 130.1}) {
            withSymptoms("rate " + rate, ecg -> ecg.rate(rate));
        }
        add("rate 49, shock", ecg -> ecg.rate(49).with(SHOCK));
        for (double rate : new double[] {109.9, 110, 149.9, 150, 199.9, 200}) {
            withSymptoms("AF " + rate, ecg -> ecg.rate(rate).statement("AF", 0.9));
            withSymptoms("SVT " + rate, ecg -> ecg.rate(rate).statement("SVT", 0.9));
        }
        for (double rate : new double[] {99.9, 100, 149.9, 150}) {
            withSymptoms("VT " + rate, ecg -> ecg.rate(rate).qrs(150).statement("VT", 0.9));
        }
        withSymptoms("flutter 150", ecg -> ecg.rate(150).statement("AFL", 0.8));
        add("AF and flutter", ecg -> ecg.statement("AF", 0.6).statement("AFL", 0.8));
        add("AF half", ecg -> ecg.statement("AF", 0.5));
        add("AF below half", ecg -> ecg.statement("AF", 0.49));
        add("VF", ecg -> ecg.statement("VF", 0.9));
        add("VF and pause", ecg -> ecg.statement("VF", 0.9).longestRr(6000));
    }

    private void pauses() {
        for (double millis : new double[] {1999, 2000, 2999, 3000, 4999, 5000}) {
            withSymptoms("RR " + millis, ecg -> ecg.longestRr(millis));
        }
        add("RR 3000 in AF", ecg -> ecg.longestRr(3000).statement("AF", 0.9));
        add("silent 3999", ecg -> ecg.silentEnd(3999));
        add("silent 4000", ecg -> ecg.silentEnd(4000));
    }

    private void intervals() {
        for (double millis : new double[] {340, 341, 479, 480, 499, 500, 549, 550}) {
            add("QT " + millis, ecg -> ecg.qt(millis));
            add("QT " + millis + ", QRS 150", ecg -> ecg.qt(millis).qrs(150));
        }
        add("QT 450 at 120", ecg -> ecg.qt(450).rate(120));
    }

    private void blocks() {
        for (String block : List.of("LBBB", "RBBB")) {
            add(block, ecg -> ecg.qrs(150).statement(block, 0.9));
            add(block + " below half", ecg -> ecg.qrs(150).statement(block, 0.49));
            add(block + ", narrow", ecg -> ecg.qrs(119).statement(block, 0.9));
            add(block + " with ST", ecg -> st(ecg.qrs(150).statement(block, 0.9), INFERIOR, 200));
        }
        add("paced with ST", ecg -> st(ecg.qrs(160).statement("PACED", 0.9), INFERIOR, 200));
        add("LVH with ST", ecg -> st(ecg.statement("LVH", 0.9), SEPTAL, 260));
        add("WPW with ST", ecg -> st(ecg.statement("WPW", 0.9), INFERIOR, 200));
    }

    private void elevations() {
        for (double level : new double[] {49, 50, 99, 100, 199, 200}) {
            withSymptoms("inferior ST " + level, ecg -> st(ecg, INFERIOR, level));
            add("inferior ST " + level + " with reciprocal", ecg -> st(st(ecg, INFERIOR, level), HIGH_LATERAL, -50));
        }
        add("one lead", ecg -> ecg.st(Lead.II, 300));
        add("almost reciprocal", ecg -> st(st(ecg, INFERIOR, 100), HIGH_LATERAL, -49));
        add("lateral ST 100", ecg -> st(ecg, LATERAL, 100));
        for (double level : new double[] {149, 150, 199, 200, 249, 250, 300, 400}) {
            add("V2-V3 ST " + level + ", man 60", ecg -> st(ecg, SEPTAL, level));
            add("V2-V3 ST " + level + ", woman 60", ecg -> st(ecg.patient(Patient.of(Sex.FEMALE, 60)), SEPTAL, level));
            add("V2-V3 ST " + level + ", man 39", ecg -> st(ecg.patient(Patient.of(Sex.MALE, 39)), SEPTAL, level));
            add("V2-V3 ST " + level + ", unknown", ecg -> st(ecg.patient(Patient.UNKNOWN), SEPTAL, level));
            add("V2-V3 ST " + level + ", boy 5", ecg -> st(ecg.patient(Patient.of(Sex.MALE, 5)), SEPTAL, level));
        }
        add("everywhere 100", ecg -> st(ecg, Lead.STANDARD_12, 100));
        add("fast ST 131", ecg -> st(ecg.rate(131), INFERIOR, 200));
    }

    private void depressions() {
        for (double level : new double[] {-49, -50, -99, -100, -150}) {
            withSymptoms("V4-V6 ST " + level, ecg -> st(ecg, List.of(Lead.V4, Lead.V5, Lead.V6), level));
            withSymptoms("V1-V3 ST " + level, ecg -> st(ecg, List.of(Lead.V1, Lead.V2, Lead.V3), level));
            for (double avr : new double[] {99, 100}) {
                withSymptoms("diffuse ST " + level + ", aVR " + avr, ecg -> st(
                                ecg, List.of(Lead.I, Lead.II, Lead.AVL, Lead.V4, Lead.V5, Lead.V6), level)
                        .st(Lead.AVR, avr));
            }
        }
        withSymptoms(
                "V1-V3 ST -50 in LBBB",
                ecg -> st(ecg.qrs(150).statement("LBBB", 0.9), List.of(Lead.V1, Lead.V2, Lead.V3), -100));
    }

    private static Cases st(Cases ecg, List<Lead> leads, double microvolts) {
        leads.forEach(lead -> ecg.st(lead, microvolts));
        return ecg;
    }
}
