package org.ecgnet.triage.repolarization;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.StShape;
import org.ecgnet.triage.measure.TShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrugadaRuleTest {

    private final BrugadaRule rule = new BrugadaRule();

    @ParameterizedTest(name = "V1: J {0}, J + 40 {1}, J + 80 {2}, T {3} uV, syncope {4}: {5}")
    @CsvSource({
        "200, 140, 60, -50, true, R27", "200, 140, 60, -50, false, Y14", "199, 140, 60, -50, true, ''",
        "200, 140, 60, -49, true, ''", "200, 200, 60, -50, true, ''", "200, 140, 140, -50, true, ''",
    })
    void aCovedElevationWithAnInvertedTIsType1(
            double j, double j40, double j80, double t, boolean syncope, String said) {
        LeadLevels coved = new LeadLevels(0, 0, 300, -800, j, (j40 + j80) / 2, 0, -10_000)
                .with(new StShape((j + j40) / 2, j40, j80, -1, 0))
                .with(new TShape(0, 80, t, 200, 100));
        Cases ecg = Cases.normal().levels(Lead.V1, coved).with(new Symptoms(false, syncope, false, false));

        assertThat(said(ecg)).isEqualTo(said);
    }

    @Test
    void aTThatWasNotFoundHidesNothing() {
        LeadLevels coved = new LeadLevels(0, 0, 300, -800, 200, 100, 0, -10_000)
                .with(new StShape(170, 140, 60, -1, 0))
                .with(TShape.NONE);

        assertThat(said(Cases.normal().levels(Lead.V1, coved))).isEqualTo("Y14");
    }

    @Test
    void aNormalOneIsNone() {
        assertThat(said(Cases.normal())).isEmpty();
    }

    private String said(Cases ecg) {
        return rule.judge(ecg.ecg(), RuleProfile.DEFAULT) instanceof Verdict.Present present
                ? present.findings().get(0).rule()
                : "";
    }
}
