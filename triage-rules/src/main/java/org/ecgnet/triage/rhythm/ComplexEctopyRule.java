package org.ecgnet.triage.rhythm;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Beat;

/**
 * Y06: a short run of ventricular tachycardia, or ventricular ectopy that is complex: couplets, bigeminy, several shapes, or
 * three and more in the recording (CLINICAL 2.4; Lown 1971 for the grades). A run with symptoms is R05.
 */
public final class ComplexEctopyRule implements TriageRule {

    private enum Pattern {
        SHORT_VT("短阵室性心动过速", "Short run of ventricular tachycardia"),
        COUPLET("成对室性早搏", "Ventricular couplet"),
        BIGEMINY("室性早搏二联律", "Ventricular bigeminy"),
        MULTIFORM("多形性室性早搏", "Multiform ventricular premature beats"),
        FREQUENT("频发室性早搏", "Frequent ventricular premature beats");

        private final String chinese;
        private final String english;

        Pattern(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }
    }

    @Override
    public String id() {
        return "Y06";
    }

    @Override
    public Verdict judge(EcgCase ecg, RuleProfile profile) {
        if (ecg.fibrillating() || ecg.scores().claimed("VT") || ecg.scores().claimed("PACED")) {
            return Verdict.absent("fibrillation, tachycardia or pacing");
        }
        List<VentricularRuns> runs = VentricularRuns.of(ecg.measured());
        for (Pattern pattern : Pattern.values()) {
            Optional<Evidence> evidence = evidence(pattern, ecg, profile, runs);
            if (evidence.isPresent()) {
                int count = runs.stream().mapToInt(run -> run.beats().size()).sum();
                return Verdict.present(new Finding(
                        id(),
                        pattern.name(),
                        TriageLevel.YELLOW,
                        false,
                        ecg.scores().of("PVC"),
                        List.of(evidence.get()),
                        "%s（共 %d 个室性搏动）。".formatted(pattern.chinese, count),
                        "%s (%d ventricular beats).".formatted(pattern.english, count)));
            }
        }
        return Verdict.absent("no complex ventricular ectopy");
    }

    private static Optional<Evidence> evidence(
            Pattern pattern, EcgCase ecg, RuleProfile profile, List<VentricularRuns> runs) {
        return switch (pattern) {
            case SHORT_VT ->
                runs.stream()
                        .filter(run -> isShortTachycardia(run, profile))
                        .findFirst()
                        .map(run -> of("run of ventricular beats", run.beats().size(), profile.value("Y06.run"), run));
            case COUPLET ->
                runs.stream()
                        .filter(run -> run.beats().size() >= 2)
                        .findFirst()
                        .map(run -> of("ventricular beats in a row", run.beats().size(), 2, run));
            case BIGEMINY -> bigeminy(ecg, profile.value("Y06.bigeminy"));
            case MULTIFORM -> multiform(ecg, runs);
            case FREQUENT -> frequent(runs, profile.value("Y06.frequent"));
        };
    }

    /** Three beats and more, faster than 100/min. */
    static boolean isShortTachycardia(VentricularRuns run, RuleProfile profile) {
        return run.beats().size() >= profile.value("Y06.run") && run.bpm() > profile.value("R05.fast");
    }

    private static Evidence of(String quantity, double value, double threshold, VentricularRuns run) {
        return new Evidence(quantity, value, threshold, "beats", Optional.empty(), run.samples());
    }

    private static Optional<Evidence> bigeminy(EcgCase ecg, double least) {
        List<Beat> beats = ecg.measured().beats();
        int pairs = 0;
        int most = 0;
        for (int k = 1; k < beats.size(); k++) {
            boolean turns = ventricular(beats.get(k)) != ventricular(beats.get(k - 1));
            pairs = !turns ? 0 : pairs + (ventricular(beats.get(k)) ? 1 : 0);
            most = Math.max(most, pairs);
        }
        return most < least
                ? Optional.empty()
                : Optional.of(ecg.evidence("pairs of normal and ventricular beat", most, least, "pairs"));
    }

    private static boolean ventricular(Beat beat) {
        return beat.kind() == Beat.Kind.VENTRICULAR;
    }

    private static Optional<Evidence> multiform(EcgCase ecg, List<VentricularRuns> runs) {
        int shapes = (int) runs.stream()
                .flatMap(run -> run.beats().stream())
                .mapToInt(Beat::shape)
                .distinct()
                .count();
        return shapes < 2
                ? Optional.empty()
                : Optional.of(ecg.evidence("shapes of ventricular beats", shapes, 2, "shapes"));
    }

    private static Optional<Evidence> frequent(List<VentricularRuns> runs, double least) {
        List<Integer> samples =
                runs.stream().flatMap(run -> run.samples().stream()).toList();
        return samples.size() < least
                ? Optional.empty()
                : Optional.of(
                        new Evidence("ventricular beats", samples.size(), least, "beats", Optional.empty(), samples));
    }
}
