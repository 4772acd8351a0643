package org.ecgnet.triage.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.measure.Fibrillation;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.measure.Measuring;
import org.ecgnet.triage.measure.QrsDetector;
import org.ecgnet.triage.statement.Scores;
import org.ecgnet.triage.statement.Statements;

/**
 * Watches one running exam for the rhythms that kill within minutes: asystole (R01), ventricular fibrillation (R03) and
 * wide-QRS tachycardia (R05).
 *
 * <p>Looks at the last {@value #SECONDS} s once a chunk. Fibrillation must fill three windows of 4 s in a row, a wide-QRS
 * tachycardia two looks in a row, so that either rings within 10 s of its onset and a burst of artefact does not (SIGNALS
 * section 3). Leads with an electrode off in these seconds are left out; without any the watch is blind and says nothing.
 * Made for one exam and one thread; memory is bounded.
 */
public final class LiveWatch {

    private static final int SECONDS = 8;
    private static final int LEAST_SECONDS = 4;
    private static final int WINDOWS_IN_A_ROW = 3;
    private static final int SECONDS_TO_END = 5;

    /** The first look leaves this margin below the limits. */
    private static final double NEARLY = 0.8;

    private final RuleProfile profile;
    private final int leads;
    private final LastSeconds last;
    private final Episode asystole = new Episode(1, SECONDS_TO_END);
    private final Episode fibrillation = new Episode(1, SECONDS_TO_END);
    private final Episode tachycardia = new Episode(2, SECONDS_TO_END);
    private boolean blind = true;

    /** @param scales one a lead, in the order of {@code leads} */
    public LiveWatch(RuleProfile profile, SampleRate rate, List<Lead> leads, List<LeadScale> scales) {
        if (leads.size() != scales.size() || rate.hertz() < 50) {
            throw new IllegalArgumentException("leads: " + leads.size() + ", scales: " + scales.size() + ", rate: "
                    + rate.hertz() + " (expected: one scale a lead, at least 50 Hz)");
        }
        this.profile = profile;
        this.leads = leads.size();
        this.last = new LastSeconds(rate, leads, scales, SECONDS);
    }

    /**
     * Takes the next chunk, in order and without holes.
     *
     * @param counts by lead and sample, about one second
     * @param leadsOff leads of which the unit reports an electrode as off
     * @return what begins to be true with this chunk: each finding once an episode
     */
    public List<Finding> next(int[][] counts, Set<Lead> leadsOff) {
        if (counts.length != leads) {
            throw new IllegalArgumentException("leads: " + counts.length + " (expected: " + leads + ")");
        }
        last.add(counts, leadsOff);
        LeadSignals signals = last.connected();
        blind = signals.leads().isEmpty();
        if (blind || last.secondsHeld() < LEAST_SECONDS) {
            return List.of();
        }
        return worthMeasuring(signals) ? look(Measuring.of(signals, List.of())) : nothing();
    }

    /**
     * A first look that costs a fraction of the whole and says no only where none of the watched rhythms can be: beats up to
     * the end, slower than a tachycardia, and no window that looks like fibrillation.
     */
    private boolean worthMeasuring(LeadSignals signals) {
        LeadSignals independent = signals.independent();
        int[] r = QrsDetector.detect(independent);
        if (r.length < 2) {
            return true;
        }
        double silent = signals.rate().millisAt(signals.length() - r[r.length - 1]);
        double bpm = 60_000.0 * (r.length - 1) / signals.rate().millisAt(r[r.length - 1] - r[0]);
        return silent >= NEARLY * profile.value("R01.silent-edge")
                || bpm >= NEARLY * profile.value("R05.fast-hard")
                || latest(Fibrillation.of(independent)).stream().anyMatch(Fibrillation.Window::positive);
    }

    private static List<Fibrillation.Window> latest(Fibrillation fibrillation) {
        List<Fibrillation.Window> windows = fibrillation.windows();
        return windows.subList(Math.max(0, windows.size() - WINDOWS_IN_A_ROW), windows.size());
    }

    private List<Finding> nothing() {
        fibrillation.begins(false);
        asystole.begins(false);
        tachycardia.begins(false);
        return List.of();
    }

    /** True while no lead has had its electrodes on for long enough to judge. */
    public boolean blind() {
        return blind;
    }

    /** True while any of the watched rhythms goes on. */
    public boolean critical() {
        return asystole.running() || fibrillation.running() || tachycardia.running();
    }

    private List<Finding> look(MeasuredEcg ecg) {
        Scores scores = Statements.of(ecg, UnitMarks.NONE);
        List<Finding> begun = new ArrayList<>();
        List<Fibrillation.Window> latest = latest(ecg.fibrillation());
        boolean fibrillates = latest.size() == WINDOWS_IN_A_ROW
                && latest.stream().allMatch(Fibrillation.Window::positive)
                && !scores.claimed("VT");
        if (fibrillation.begins(fibrillates)) {
            begun.add(fibrillation(latest.get(latest.size() - 1)));
        }
        double silent = ecg.rhythm().silentEndMillis();
        boolean moving = latest.stream().anyMatch(Fibrillation.Window::positive);
        if (asystole.begins(silent >= profile.value("R01.silent-edge") && !moving)) {
            begun.add(asystole(silent, ecg));
        }
        double rate = ecg.rhythm().meanRateBpm();
        if (tachycardia.begins(scores.claimed("VT") && rate >= profile.value("R05.fast-hard") && !fibrillates)) {
            begun.add(tachycardia(ecg, scores.of("VT")));
        }
        return begun;
    }

    private static Finding fibrillation(Fibrillation.Window window) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence("waves a minute", window.wavesPerMinute(), 150, "/min", Optional.empty(), List.of()));
        for (Lead lead : window.fibrillating()) {
            double score = window.scores()[window.leads().indexOf(lead)];
            evidence.add(new Evidence("probability of fibrillation", score, 0.5, "1", Optional.of(lead), List.of()));
        }
        return red(
                "R03",
                "VF",
                evidence,
                "实时监测：心室颤动或扑动。立即心肺复苏、除颤。",
                "Live: ventricular fibrillation or flutter. Start CPR and defibrillate now.");
    }

    private Finding asystole(double silentMillis, MeasuredEcg ecg) {
        Evidence silence = new Evidence(
                "time without QRS", silentMillis, profile.value("R01.silent-edge"), "ms", Optional.empty(), beats(ecg));
        return red(
                "R01",
                "ASYSTOLE",
                List.of(silence),
                "实时监测：%.1f 秒无QRS波。立即查看患者，无脉搏即开始心肺复苏。".formatted(silentMillis / 1000),
                "Live: no QRS for %.1f s. Check the patient now; start CPR if there is no pulse."
                        .formatted(silentMillis / 1000));
    }

    private Finding tachycardia(MeasuredEcg ecg, double score) {
        double rate = ecg.rhythm().meanRateBpm();
        double qrs = ecg.qrsMillis().orElse(0);
        List<Evidence> evidence = List.of(
                new Evidence("rate", rate, profile.value("R05.fast-hard"), "/min", Optional.empty(), beats(ecg)),
                new Evidence("QRS", qrs, profile.value("R05.wide-qrs"), "ms", Optional.empty(), beats(ecg)),
                new Evidence("score", score, Scores.CLAIM, "1", Optional.empty(), List.of()));
        return red(
                "R05",
                "WIDE_QRS_TACHYCARDIA",
                evidence,
                "实时监测：宽QRS心动过速 %.0f 次/分，QRS %.0f 毫秒，未排除前按室性心动过速处理。".formatted(rate, qrs),
                "Live: wide-QRS tachycardia %.0f/min, QRS %.0f ms: ventricular tachycardia until disproved."
                        .formatted(rate, qrs));
    }

    private List<Integer> beats(MeasuredEcg ecg) {
        return ecg.rSamples().stream().map(last::sampleOfExam).toList();
    }

    private static Finding red(String rule, String code, List<Evidence> evidence, String chinese, String english) {
        return new Finding(rule, code, TriageLevel.RED, true, 0.95, evidence, chinese, english);
    }
}
