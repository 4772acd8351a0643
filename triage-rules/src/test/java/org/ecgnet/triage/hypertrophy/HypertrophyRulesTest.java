package org.ecgnet.triage.hypertrophy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.TriageRule;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.TShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypertrophyRulesTest {

    private static final Symptoms DYSPNOEA = new Symptoms(false, false, true, false);
    private static final List<Lead> RIGHT_CHEST = List.of(Lead.V1, Lead.V2, Lead.V3, Lead.V4);

    @ParameterizedTest(name = "S1 {0}, Q3 {1}, T3 {2} uV, {3}/min: {4}")
    @CsvSource({
        "150, 150, -50, 101, R24 RED",
        "149, 150, -50, 101, ''",
        "150, 149, -50, 101, ''",
        "150, 150, -49, 101, ''",
        "150, 150, -50, 100, ''",
    })
    void s1q3t3AndTachycardiaAreRedWithSymptoms(double s1, double q3, double t3, double rate, String said) {
        Cases ecg = Cases.normal()
                .rate(rate)
                .levels(Lead.I, levels(0, -s1, 300))
                .levels(Lead.III, levels(-q3, 0, t3))
                .with(DYSPNOEA);

        assertThat(said(new PulmonaryEmbolismRule(), ecg)).isEqualTo(said);
    }

    @ParameterizedTest(name = "T of {0} leads at {1} uV, RBBB {2}, symptoms {3}: {4}")
    @CsvSource({
        "3, -100, 0, true, R24 RED",
        "3, -100, 0, false, Y13 YELLOW",
        "3, -99, 0, true, ''",
        "2, -100, 0, true, ''",
        "3, -100, 0.9, false, ''",
    })
    void invertedTInThreeRightChestLeadsIsASign(int leads, double t, double block, boolean symptoms, String said) {
        Cases ecg = Cases.normal().rate(110).statement("RBBB", block);
        RIGHT_CHEST.subList(0, leads).forEach(lead -> ecg.levels(lead, levels(0, -300, t)));

        assertThat(said(new PulmonaryEmbolismRule(), ecg.with(symptoms ? DYSPNOEA : Symptoms.NONE)))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "symptoms {0}: {1}")
    @CsvSource({"true, R24 RED", "false, ''"})
    void blockAndRateTogetherAreSaidOnlyWithSymptoms(boolean symptoms, String said) {
        Cases ecg = Cases.normal().rate(110).statement("RBBB", 0.9).with(symptoms ? DYSPNOEA : Symptoms.NONE);

        assertThat(said(new PulmonaryEmbolismRule(), ecg)).isEqualTo(said);
    }

    @Test
    void invertedTOfAChildIsJuvenile() {
        Cases ecg = Cases.normal().rate(110).with(DYSPNOEA).patient(Patient.of(Sex.FEMALE, 9));
        RIGHT_CHEST.forEach(lead -> ecg.levels(lead, levels(0, -300, -200)));

        assertThat(said(new PulmonaryEmbolismRule(), ecg)).isEmpty();
    }

    @ParameterizedTest(name = "limb {0}, chest {1} uV, {2}/min: {3}")
    @CsvSource({
        "499, 999, 101, Y14 YELLOW",
        "500, 999, 101, ''",
        "499, 1000, 101, ''",
        "499, 999, 100, ''",
    })
    void lowVoltageIsYellowWithTachycardia(double limb, double chest, double rate, String said) {
        Cases ecg = Cases.normal().rate(rate);
        Lead.STANDARD_12.forEach(lead -> {
            double height = lead.limb() ? limb : chest;
            ecg.levels(lead, new LeadLevels(0, 0, height - 100, -100, 0, 0, 100, 1000));
        });

        assertThat(said(new TamponadeRule(), ecg)).isEqualTo(said);
    }

    private static LeadLevels levels(double q, double s, double t) {
        return new LeadLevels(q, 30, 400, s, 0, 0, t, 10_000)
                .with(new TShape(Math.max(0, t), 200, Math.min(0, t), 200, 120));
    }

    private static String said(TriageRule rule, Cases ecg) {
        return rule.judge(ecg.ecg(), RuleProfile.DEFAULT) instanceof Verdict.Present present
                ? present.findings().stream()
                        .map(finding -> finding.rule() + " " + finding.level())
                        .collect(Collectors.joining(", "))
                : "";
    }
}
