package org.ecgnet.triage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.measure.AtrialActivity;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.Delineation;
import org.ecgnet.triage.measure.Fibrillation;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.measure.MedianBeat;
import org.ecgnet.triage.measure.Rhythm;
import org.ecgnet.triage.statement.Scores;

/** An ECG as measured, in plain numbers, for the tests of the rules: 60/min, QRS 90 ms, QT 400 ms, level ST. */
public final class Cases {

    private static final SampleRate RATE = new SampleRate(500);

    private double rateBpm = 60;
    private double longestRrMillis = 1000;
    private double silentEndMillis = 300;
    private double qrsMillis = 90;
    private double qtMillis = 400;
    private final Map<String, Double> scores = new java.util.HashMap<>();
    private final Map<Lead, LeadLevels> levels = new EnumMap<>(Lead.class);
    private List<Beat> beats = List.of();
    private List<Rhythm.Interval> rr = List.of();
    private double irregularity = 0.02;
    private AtrialActivity atrial = AtrialActivity.sinus(1, 150);
    private UnitMarks marks = UnitMarks.NONE;
    private Fibrillation fibrillation = new Fibrillation(List.of());
    private double prMillis = 160;
    private LeadSignals signals = LeadSignals.of(RATE, List.of(), new double[0][]);
    private Optional<MedianBeat> median = Optional.empty();
    private Patient patient = Patient.of(Sex.MALE, 60);
    private Symptoms symptoms = Symptoms.NONE;

    private Cases() {
        for (Lead lead : Lead.STANDARD_12) {
            levels.put(lead, level(0));
        }
    }

    public static Cases normal() {
        return new Cases();
    }

    public Cases rate(double bpm) {
        rateBpm = bpm;
        longestRrMillis = 60_000 / bpm;
        return this;
    }

    public Cases longestRr(double millis) {
        longestRrMillis = millis;
        return this;
    }

    public Cases silentEnd(double millis) {
        silentEndMillis = millis;
        return this;
    }

    public Cases qrs(double millis) {
        qrsMillis = millis;
        return this;
    }

    public Cases qt(double millis) {
        qtMillis = millis;
        return this;
    }

    public Cases statement(String code, double score) {
        scores.put(code, score);
        return this;
    }

    /** J and J + 60 ms at this level, beside a QRS of 1 mV and a T of 0.3 mV. */
    public Cases st(Lead lead, double microvolts) {
        levels.put(lead, level(microvolts));
        return this;
    }

    /** These beats instead of normal ones at the rate. */
    public Cases beats(List<Beat> these) {
        beats = List.copyOf(these);
        return this;
    }

    /** P waves that stand at these samples. */
    public Cases pWaves(List<Integer> samples) {
        atrial = new AtrialActivity(1, 150, 0.9, 2, 0, 0, samples);
        return this;
    }

    /** What the atria do. */
    public Cases atria(AtrialActivity these) {
        atrial = these;
        return this;
    }

    /** RR intervals of these lengths from one beat to the next, changing by this share of RR. */
    public Cases rr(double changing, double... millis) {
        List<Rhythm.Interval> intervals = new ArrayList<>();
        for (double one : millis) {
            intervals.add(new Rhythm.Interval(0, 1, one));
        }
        rr = List.copyOf(intervals);
        irregularity = changing;
        return this;
    }

    /** Pacing pulses at these samples. */
    public Cases pulses(List<Integer> samples) {
        marks = new UnitMarks(List.of(), samples, List.of(), List.of());
        return this;
    }

    public Cases levels(Lead lead, LeadLevels of) {
        levels.put(lead, of);
        return this;
    }

    /** P waves before this share of the beats, so large. */
    public Cases p(double share, double microvolts) {
        atrial = AtrialActivity.sinus(share, microvolts);
        return this;
    }

    public Cases pr(double millis) {
        prMillis = millis;
        return this;
    }

    /** These samples, at 500 Hz, in these leads. */
    public Cases signals(List<Lead> leads, double[][] microvolts) {
        signals = LeadSignals.of(RATE, leads, microvolts);
        return this;
    }

    /** These windows looked at for fibrillation. */
    public Cases fibrillation(Fibrillation these) {
        fibrillation = these;
        return this;
    }

    /** A median beat at 500 Hz whose QRS begins at sample 150 and whose R is at 170. */
    public Cases median(List<Lead> leads, double[][] microvolts) {
        median = Optional.of(new MedianBeat(RATE, leads, microvolts, 170, 10));
        return this;
    }

    public Cases patient(Patient whose) {
        patient = whose;
        return this;
    }

    public Cases with(Symptoms these) {
        symptoms = these;
        return this;
    }

    public EcgCase ecg() {
        List<Beat> normal = new ArrayList<>();
        for (int r = 200; r < 5000; r += (int) (30_000 / rateBpm)) {
            normal.add(new Beat(r, Beat.Kind.NORMAL, qrsMillis >= 120));
        }
        int on = 150;
        Delineation waves = new Delineation(
                OptionalInt.of(on - RATE.samplesIn(prMillis)),
                OptionalInt.of(on - RATE.samplesIn(prMillis) + 25),
                OptionalInt.of(on - RATE.samplesIn(prMillis) + 50),
                on,
                on + RATE.samplesIn(qrsMillis),
                OptionalInt.of(on + RATE.samplesIn(qtMillis) - 40),
                OptionalInt.of(on + RATE.samplesIn(qtMillis)));
        Rhythm rhythm = new Rhythm(
                rr, rateBpm, irregularity, new Rhythm.Interval(200, 700, longestRrMillis), 300, silentEndMillis);
        MeasuredEcg measured = new MeasuredEcg(
                signals,
                beats.isEmpty() ? normal : beats,
                rhythm,
                median,
                Optional.of(waves),
                levels,
                fibrillation,
                atrial,
                Optional.empty());
        return new EcgCase(measured, new Scores(scores), patient, symptoms, marks);
    }

    private static LeadLevels level(double microvolts) {
        return new LeadLevels(0, 0, 800, -200, microvolts, microvolts, 300, 20_000);
    }
}
