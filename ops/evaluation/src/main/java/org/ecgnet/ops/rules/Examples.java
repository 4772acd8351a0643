package org.ecgnet.ops.rules;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.Examination;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;

/** Reads every simulated heart in a few settings and keeps for each catalogue id the plainest one that fires it. */
final class Examples {

    private static final int SECONDS = 10;
    private static final long SEED = 1;
    private static final SampleRate RATE = new SampleRate(500);

    private record Setting(String words, Patient patient, Symptoms symptoms, RuleProfile profile) {}

    /** The plainest first: an example without symptoms is preferred to one with them. */
    private static final List<Setting> SETTINGS = List.of(
            new Setting("man of 60", Patient.of(Sex.MALE, 60), Symptoms.NONE, RuleProfile.DEFAULT),
            new Setting(
                    "man of 60, chest pain",
                    Patient.of(Sex.MALE, 60),
                    new Symptoms(true, false, false, false),
                    RuleProfile.DEFAULT),
            new Setting(
                    "man of 60, syncope",
                    Patient.of(Sex.MALE, 60),
                    new Symptoms(false, true, false, false),
                    RuleProfile.DEFAULT),
            new Setting("boy of 5", Patient.of(Sex.MALE, 5), Symptoms.NONE, RuleProfile.DEFAULT),
            new Setting(
                    "man of 60, profile UNION", Patient.of(Sex.MALE, 60), Symptoms.NONE, RuleProfile.named("UNION")));

    private final List<TriageRule> rules = ServiceLoader.load(TriageRule.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(TriageRule::id))
            .toList();
    private final Map<String, Example> byId = new HashMap<>();

    private Examples() {}

    static Examples ofAllHearts() {
        Examples examples = new Examples();
        for (Setting setting : SETTINGS) {
            Triage triage = new Triage(setting.profile);
            Map<String, Example> here = new HashMap<>();
            Set<String> first = new HashSet<>();
            for (Scenario scenario : Scenario.values()) {
                Recording recording =
                        Hearts.recording(scenario, SEED, SECONDS, RATE).recording();
                examples.read(triage, setting, scenario, recording, here, first);
            }
            here.forEach(examples.byId::putIfAbsent);
        }
        return examples;
    }

    private void read(
            Triage triage,
            Setting setting,
            Scenario scenario,
            Recording recording,
            Map<String, Example> here,
            Set<String> first) {
        Examination examination = triage.examine(recording, setting.patient, setting.symptoms);
        List<Finding> findings = examination.reading().findings();
        for (Finding finding : findings) {
            Example example = new Example(
                    scenario,
                    setting.words,
                    recording,
                    finding,
                    examination.reading().level(),
                    owner(finding, examination, setting.profile));
            // a heart on which the rule is the first to speak shows it better than one on which it is an aside
            boolean speaksFirst = finding.equals(findings.get(0));
            if ((speaksFirst && first.add(finding.rule())) || !here.containsKey(finding.rule())) {
                here.put(finding.rule(), example);
            }
        }
    }

    private String owner(Finding finding, Examination examination, RuleProfile profile) {
        for (TriageRule rule : rules) {
            if (rule.judge(examination.ecg(), profile) instanceof Verdict.Present present
                    && present.findings().stream()
                            .anyMatch(one -> one.rule().equals(finding.rule())
                                    && one.code().equals(finding.code()))) {
                return rule.getClass().getSimpleName();
            }
        }
        return "";
    }

    Optional<Example> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
