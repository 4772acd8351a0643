package org.ecgnet.triage.ischemia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.sim.heart.BeatShape;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.sim.heart.SimulatedEcg;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.ecgnet.triage.measure.Contiguous;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Simulated infarctions of every territory, of any size, rate and noise, without symptoms: of those whose true J reaches the
 * limit at least 95 % are red and none is green. And what looks like one: how often it is red at most.
 */
class SimulatedInfarctionsTest {

    private static final Patient MAN_60 = Patient.of(Sex.MALE, 60);
    private static final SampleRate RATE = new SampleRate(500);
    private static final int SEEDS = 20;

    private final Triage triage = new Triage(RuleProfile.DEFAULT);

    @ParameterizedTest
    @EnumSource(
            names = {
                "EXTENSIVE_STEMI",
                "SEPTAL_STEMI",
                "LATERAL_STEMI",
                "HIGH_LATERAL_STEMI",
                "LOW_STEMI",
                "INFEROPOSTERIOR_STEMI",
                "RIGHT_VENTRICULAR_STEMI",
                "ANTERIOR_STEMI",
                "INFERIOR_STEMI"
            })
    void anElevationThatReachesItsLimitIsRed(Scenario scenario) {
        redAndNeverGreen(scenario, SimulatedInfarctionsTest::raised);
    }

    @ParameterizedTest
    @CsvSource({"POSTERIOR_STEMI, V2, V3, -50", "DE_WINTER, V3, V4, -160"})
    void aDepressionThatReachesItsLimitIsRed(Scenario scenario, Lead one, Lead two, double limit) {
        redAndNeverGreen(scenario, shape -> shape.stMicrovolts(one) <= limit && shape.stMicrovolts(two) <= limit);
    }

    @ParameterizedTest
    @CsvSource({"LBBB_STEMI, V5, 100"})
    void aConcordantElevationInLeftBundleBranchBlockIsRed(Scenario scenario, Lead lead, double limit) {
        redAndNeverGreen(scenario, shape -> shape.stMicrovolts(lead) >= limit);
    }

    @ParameterizedTest
    @CsvSource({
        "RIGHT_VENTRICULAR_STEMI, V4R, R14",
        "POSTERIOR_STEMI, V8, R13",
    })
    void theLeadThatIsAskedForConfirms(Scenario scenario, Lead asked, String rule) {
        List<Lead> leads = new ArrayList<>(Lead.STANDARD_12);
        leads.add(asked);
        long confirmed = readings(scenario, leads).stream()
                .flatMap(reading -> reading.findings().stream())
                .filter(finding -> finding.rule().equals(rule))
                .filter(finding -> finding.evidence().stream()
                        .anyMatch(e -> e.lead().filter(asked::equals).isPresent()))
                .count();

        assertThat(confirmed).isGreaterThanOrEqualTo(SEEDS * 8 / 10);
    }

    @ParameterizedTest(name = "{0} is {1}, at most {2} of 20 red")
    @CsvSource({
        "WELLENS_A, YELLOW, 0",
        "WELLENS_B, YELLOW, 0",
        "BRUGADA, YELLOW, 0",
        "PERICARDITIS, YELLOW, 2",
        "EARLY_REPOLARISATION, GREEN, 1",
        "HYPERTROPHY_STRAIN, GREEN, 1",
        "NORMAL, GREEN, 0",
    })
    void whatLooksLikeAnInfarctionIsSeldomRed(Scenario scenario, TriageLevel atLeast, int mostRed) {
        List<Reading> readings = readings(scenario, Lead.STANDARD_12);

        assertThat(readings).filteredOn(r -> r.level() == TriageLevel.RED).hasSizeLessThanOrEqualTo(mostRed);
        assertThat(readings).extracting(Reading::level).allSatisfy(level -> assertThat(level.moreUrgent(atLeast))
                .isEqualTo(level));
    }

    private void redAndNeverGreen(Scenario scenario, Predicate<BeatShape> reached) {
        int asked = 0;
        int red = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            SimulatedEcg ecg = Hearts.recording(scenario, seed, 10, RATE);
            if (reached.test(ecg.truth().beats().get(0).shape())) {
                Reading reading = triage.read(ecg.recording(), MAN_60, Symptoms.NONE);
                asked++;
                red += reading.level() == TriageLevel.RED ? 1 : 0;
                assertThat(reading.level()).as("seed %d", seed).isNotEqualTo(TriageLevel.GREEN);
            }
        }

        assertThat(asked).isGreaterThanOrEqualTo(SEEDS / 2);
        assertThat(red).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * asked));
    }

    /** UDMI-4 for a man of 60: 0.2 mV in V2 and V3, 0.1 mV elsewhere, in two contiguous leads. */
    private static boolean raised(BeatShape shape) {
        Predicate<Lead> reached = lead -> shape.stMicrovolts(lead) >= (lead == Lead.V2 || lead == Lead.V3 ? 200 : 100);
        return !Contiguous.neighbours(Contiguous.PAIRS, reached).isEmpty();
    }

    private List<Reading> readings(Scenario scenario, List<Lead> leads) {
        List<Reading> readings = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            SimulatedEcg ecg = Hearts.recording(scenario, seed, 10, RATE, leads);
            readings.add(triage.read(ecg.recording(), MAN_60, Symptoms.NONE));
        }
        return readings;
    }
}
