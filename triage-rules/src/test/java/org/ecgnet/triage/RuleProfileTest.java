package org.ecgnet.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleProfileTest {

    private static final Set<String> UNITS = Set.of("ms", "/min", "uV", "mV", "a", "s", "1", "");

    /** Limits that a profile changes and of which a larger number finds more; of all others a smaller one does. */
    private static final Set<String> LARGER_FINDS_MORE = Set.of("R09.slow", "R09.slow-with-syncope");

    private static final Map<Scenario, Recording> HEARTS = Stream.of(Scenario.values())
            .collect(Collectors.toMap(
                    scenario -> scenario, scenario -> Hearts.recording(scenario, 1, 10, new SampleRate(500))
                            .recording()));

    private static final String COUNTY = "name = COUNTY\nversion = \"7\"\n";

    static Stream<RuleProfile> profiles() {
        return RuleProfile.NAMES.stream().map(RuleProfile::named);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyLimitHasASourceAndAUnitOfTheCatalogue(RuleProfile profile) {
        assertThat(profile.limits().values()).allSatisfy(limit -> {
            assertThat(limit.source()).as(limit.key()).isNotBlank();
            assertThat(UNITS).as(limit.key()).contains(limit.unit());
        });
        assertThat(profile.edition()).matches("[A-Z0-9-]+ \\d+");
        assertThat(profile.chinese()).isNotBlank();
        assertThat(profile.english()).isNotBlank();
    }

    @Test
    void theUnionIsTheMostSensitiveOfEveryLimit() {
        RuleProfile union = RuleProfile.named("UNION");
        profiles().forEach(profile -> profile.limits().forEach((key, limit) -> {
            if (!key.startsWith("R12.")) { // limits of their own leads, the same in all
                double sign = LARGER_FINDS_MORE.contains(key) ? -1 : 1;
                double same = RuleProfile.DEFAULT.value(key);
                boolean changed = profiles().anyMatch(any -> any.value(key) != same);
                assertThat(sign * union.value(key))
                        .as("%s in %s", key, profile.name())
                        .isLessThanOrEqualTo(changed ? sign * limit.value() : sign * same);
            }
        }));
        assertThat(union.silent()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyLimitThatARuleAsksForIsThere(RuleProfile profile) {
        Triage triage = new Triage(profile);
        Symptoms every = new Symptoms(true, true, true, true);
        HEARTS.forEach((scenario, recording) -> {
            Reading calm = triage.read(recording, Patient.of(Sex.MALE, 60), Symptoms.NONE);
            Reading child = triage.read(recording, Patient.of(Sex.FEMALE, 5), every);

            assertThat(Stream.of(calm, child).flatMap(reading -> reading.cannotJudge().stream()))
                    .as("%s", scenario)
                    .extracting(Reading.Limitation::english)
                    .noneMatch(text -> text.contains("Exception"));
        });
    }

    @Test
    void aCountyCorrectsANumberWithItsSource() {
        RuleProfile county =
                RuleProfile.parse(COUNTY + "limits.R09.slow { value = 38, source = \"meeting of 2026-03-02\" }");

        assertThat(county.edition()).isEqualTo("COUNTY 7");
        assertThat(county.limit("R09.slow")).isEqualTo(new Limit("R09.slow", 38, "/min", "meeting of 2026-03-02"));
        assertThat(county.limit("R11.most-leads")).isEqualTo(RuleProfile.DEFAULT.limit("R11.most-leads"));
        assertThat(county.silent()).isEqualTo(RuleProfile.DEFAULT.silent());
    }

    @Test
    void aCountyStandsOnAnyProfile() {
        RuleProfile county = RuleProfile.parse(COUNTY + "base = SX\nlimits.R09.slow { value = 38, source = own }");

        assertThat(county.limit("R06.fast")).isEqualTo(RuleProfile.named("SX").limit("R06.fast"));
        assertThat(county.value("R09.slow")).isEqualTo(38);
        assertThat(county.silent()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "limits.R09.slwo { value = 38, source = own } | 'limits.R09.slwo' (line 3): did you mean 'limits.R09.slow'?",
                "limits.R09.slow { valeu = 38 } | 'limits.R09.slow.valeu' (line 3): did you mean 'limits.R09.slow.value'?",
                "limits.R09.slow { value = 38 } | limits.R09.slow: value without a source",
                "limits.R09.slow { value = 38, source = \" \" } | limits.R09.slow: value without a source",
                "limits.R09.slow { value = slow, source = own } | limits.R09.slow.value",
                "limits.R09.slow { value = 38, unit = bpm, source = own } | limits.R09.slow.unit: 'bpm' (expected: '/min')",
                "silent = [R9] | silent: 'R9' (expected: ids of the catalogue",
                "base = ZK | base: 'ZK' (expected: one of DEFAULT, CN2017, ZJ, PROV-B, SX, UNION)",
                "name = zj | name: 'zj' (expected: a name that no profile of the program bears)",
                "limits { | expecting a close",
            })
    void whatCannotBeUsedIsRefusedByItsKey(String line, String message) {
        assertThatThrownBy(() -> RuleProfile.parse(COUNTY + line))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aProfileWithoutANameOrAVersionIsRefused() {
        assertThatThrownBy(() -> RuleProfile.parse("version = \"1\"")).hasMessageContaining("name: missing");
        assertThatThrownBy(() -> RuleProfile.parse("name = A")).hasMessageContaining("version: missing");
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> RuleProfile.named("ZHEJIANG"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DEFAULT, CN2017, ZJ, PROV-B, SX, UNION");
    }
}
