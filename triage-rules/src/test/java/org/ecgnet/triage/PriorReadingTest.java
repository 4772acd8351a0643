package org.ecgnet.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.prior.PriorEcg;
import org.junit.jupiter.api.Test;

class PriorReadingTest {

    private static final Instant THEN = Instant.parse("2024-03-05T01:00:00Z");
    private static final Patient MAN_60 = Patient.of(Sex.MALE, 60);
    private static final Symptoms CHEST_PAIN = new Symptoms(true, false, false, false);
    private static final int PAIRS = 60;

    private final Triage triage = new Triage(RuleProfile.DEFAULT);

    @Test
    void noPriorRecordingEverLowersALevelOrTakesAFindingAway() {
        Random random = new Random(11);
        Scenario[] scenarios = Scenario.values();
        for (int pair = 0; pair < PAIRS; pair++) {
            Scenario then = scenarios[random.nextInt(scenarios.length)];
            Scenario now = random.nextBoolean() ? then : scenarios[random.nextInt(scenarios.length)];
            Symptoms symptoms = random.nextBoolean() ? CHEST_PAIN : Symptoms.NONE;
            Recording recording = heart(now, pair);

            Reading alone = triage.read(recording, MAN_60, symptoms);
            Reading compared = triage.read(recording, MAN_60, symptoms, prior(then, pair + 100));

            assertThat(compared.level()).as("%s after %s", now, then).isLessThanOrEqualTo(alone.level());
            assertThat(keys(compared)).as("%s after %s", now, then).containsAll(keys(alone));
            assertThat(compared.measurements()).isEqualTo(alone.measurements());
            assertThat(compared.comparison()).isPresent();
        }
    }

    @Test
    void aReadingOfItsOwnIsComparedWithNothing() {
        assertThat(triage.read(heart(Scenario.AF, 2), MAN_60, Symptoms.NONE).comparison())
                .isEmpty();
    }

    @Test
    void aNewBundleBranchBlockIsSaidToBeNew() {
        Reading reading = compared(Scenario.LBBB, Scenario.NORMAL, Symptoms.NONE);

        assertThat(reading.findings()).extracting(Finding::code).contains("NEW_LBBB");
        assertThat(reading.findings()).extracting(Finding::english).anyMatch(text -> text.contains("2024-03-05"));
    }

    @Test
    void aKnownFibrillationKeepsItsLevelAndSaysSinceWhen() {
        Reading reading = compared(Scenario.AF, Scenario.AF, Symptoms.NONE);

        assertThat(reading.level()).isEqualTo(TriageLevel.YELLOW);
        assertThat(reading.findings())
                .filteredOn(finding -> finding.rule().equals("Y01"))
                .extracting(Finding::english)
                .allMatch(text -> text.contains("known since 2024-03-05"));
        assertThat(reading.findings()).extracting(Finding::code).doesNotContain("NEW_AF");
    }

    @Test
    void anInfarctionSeenBeforeStaysRedAndSaysTheSame() {
        Reading reading = compared(Scenario.INFERIOR_STEMI, Scenario.INFERIOR_STEMI, Symptoms.NONE);

        assertThat(reading.level()).isEqualTo(TriageLevel.RED);
        assertThat(reading.hard()).isTrue();
    }

    @Test
    void aNewElevationIsNamedWithItsLeadsAndIsRedWithSymptoms() {
        Reading reading = compared(Scenario.INFERIOR_STEMI, Scenario.NORMAL, CHEST_PAIN);

        assertThat(reading.findings())
                .filteredOn(finding -> finding.code().equals("NEW_ST_ELEVATION"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(TriageLevel.RED);
                    assertThat(finding.english()).contains("II").contains("aVF");
                });
    }

    @Test
    void aReadingFromTheStoreServesAsPriorToo() {
        Reading stored = triage.read(heart(Scenario.NORMAL, 1), MAN_60, Symptoms.NONE);

        Reading reading = triage.read(heart(Scenario.LBBB, 1), MAN_60, Symptoms.NONE, Priors.of(THEN, stored));

        assertThat(reading.findings()).extracting(Finding::code).contains("NEW_LBBB");
        assertThat(reading.comparison().orElseThrow().appeared()).contains("LBBB");
    }

    private Reading compared(Scenario now, Scenario then, Symptoms symptoms) {
        return triage.read(heart(now, 1), MAN_60, symptoms, prior(then, 2));
    }

    private PriorEcg prior(Scenario scenario, int seed) {
        return Priors.of(THEN, triage.read(heart(scenario, seed), MAN_60, Symptoms.NONE));
    }

    private static List<String> keys(Reading reading) {
        return reading.findings().stream()
                .map(finding -> finding.rule() + finding.code() + finding.level() + finding.hard())
                .toList();
    }

    private static Recording heart(Scenario scenario, int seed) {
        return Hearts.recording(scenario, seed, 10, new SampleRate(500)).recording();
    }
}
