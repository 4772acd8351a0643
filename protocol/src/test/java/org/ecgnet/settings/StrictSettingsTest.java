package org.ecgnet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictSettingsTest {

    private enum Colour {
        RED,
        DARK_BLUE
    }

    private static final Config REFERENCE = ConfigFactory.parseString(
            """
            name = "hub"
            port = 8080
            timeout = 30s
            limit = 64KiB
            share = 0.5
            verbose = false
            colour = dark-blue
            tags = [a, b]
            broker { host = localhost, port = 1883 }
            sites { "*" { unit = one, baud = 9600 } }
            """);

    @Test
    void whatIsNotGivenHasItsDefault() {
        StrictSettings settings = settings("");

        assertThat(settings.text("name")).isEqualTo("hub");
        assertThat(settings.whole("port", 1, 65_535)).isEqualTo(8080);
        assertThat(settings.duration("timeout", Duration.ZERO, Duration.ofHours(1)))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.bytes("limit")).isEqualTo(65_536);
        assertThat(settings.number("share", 0, 1)).isEqualTo(.5);
        assertThat(settings.flag("verbose")).isFalse();
        assertThat(settings.choice("colour", Colour.class)).isEqualTo(Colour.DARK_BLUE);
        assertThat(settings.texts("tags")).isEqualTo(List.of("a", "b"));
        assertThat(settings.group("broker").text("host")).isEqualTo("localhost");
    }

    @Test
    void whatIsGivenOverridesAndMayReferToADefault() {
        StrictSettings settings = settings("port = 9\nbroker.host = ${name}.county");

        assertThat(settings.whole("port", 1, 65_535)).isEqualTo(9);
        assertThat(settings.group("broker").text("host")).isEqualTo("hub.county");
        assertThat(settings.group("broker").whole("port", 1, 65_535)).isEqualTo(1883);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "prot = 9, unknown setting 'prot' (line 1): did you mean 'port'?",
        "broker.hots = x, unknown setting 'broker.hots' (line 1): did you mean 'broker.host'?",
        "broker = 5, setting 'broker' (line 1): expected a group { ... }",
        "sites.one.boud = 5, unknown setting 'sites.one.boud' (line 1): did you mean 'sites.one.baud'?",
    })
    void anUnknownKeyIsRefusedWithItsLineAndTheNearestKey(String given, String complaint) {
        assertThatThrownBy(() -> settings(given))
                .isInstanceOf(SettingsException.class)
                .hasMessage(complaint);
    }

    @Test
    void everyUnknownKeyIsNamedAtOnce() {
        assertThatThrownBy(() -> settings("a = 1\nb = 2").text("name"))
                .hasMessageContaining("'a' (line 1)")
                .hasMessageContaining("'b' (line 2)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "port = 0; setting 'port': 0 (expected: a whole number from 1 to 65535)",
                "port = 65536; setting 'port': 65536 (expected: a whole number from 1 to 65535)",
                "port = many; expected: a whole number from 1 to 65535",
                "port = 80.5; expected: a whole number from 1 to 65535",
            })
    void aNumberOutOfItsRangeIsRefused(String given, String complaint) {
        StrictSettings settings = settings(given);

        assertThatThrownBy(() -> settings.whole("port", 1, 65_535))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void otherBadValuesAreRefusedWithTheirKeyAndWhatIsExpected() {
        StrictSettings settings =
                settings("timeout = 2h\nshare = 1.5\nverbose = perhaps\ncolour = pink\nlimit = big\nbroker.port = x");

        assertThatThrownBy(() -> settings.duration("timeout", Duration.ofSeconds(1), Duration.ofHours(1)))
                .hasMessage("setting 'timeout': 7200000ms (expected: a duration from 1000ms to 3600s, such as 30s)");
        assertThatThrownBy(() -> settings.number("share", 0, 1)).hasMessageContaining("setting 'share': 1.5 (expected");
        assertThatThrownBy(() -> settings.flag("verbose")).hasMessageContaining("true or false");
        assertThatThrownBy(() -> settings.choice("colour", Colour.class))
                .hasMessage("setting 'colour': pink (expected: one of [red, dark-blue])");
        assertThatThrownBy(() -> settings.bytes("limit")).hasMessageContaining("setting 'limit'");
        assertThatThrownBy(() -> settings.group("broker").whole("port", 1, 9))
                .hasMessageContaining("setting 'broker.port'");
        assertThatThrownBy(() -> settings.text("nothing")).hasMessageContaining("setting 'nothing' is missing");
    }

    @Test
    void aConstructorsComplaintIsReportedWithTheKey() {
        assertThatThrownBy(() -> settings("name = \"Not A Site\"").parsed("name", org.ecgnet.ecg.SiteCode::new))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("setting 'name': site: 'Not A Site' (expected: ");
    }

    @Test
    void namedGroupsHaveTheDefaultsOfTheirForm() {
        StrictSettings settings = settings("sites { clinic-1 { unit = two }, clinic-2 {} }");

        assertThat(settings.groups("sites")).containsOnlyKeys("clinic-1", "clinic-2");
        assertThat(settings.groups("sites").get("clinic-1").text("unit")).isEqualTo("two");
        assertThat(settings.groups("sites").get("clinic-1").whole("baud", 1, 99_999))
                .isEqualTo(9600);
        assertThat(settings.groups("sites").get("clinic-2").text("unit")).isEqualTo("one");
        assertThatThrownBy(() -> settings.groups("sites").get("clinic-1").whole("baud", 1, 9))
                .hasMessageContaining("setting 'sites.clinic-1.baud'");
    }

    @Test
    void noNamedGroupsAreNoGroups() {
        assertThat(settings("").groups("sites")).isEmpty();
    }

    private static StrictSettings settings(String given) {
        return StrictSettings.of(ConfigFactory.parseString(given), REFERENCE);
    }
}
