package org.ecgnet.hub.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.ecgnet.hub.report.ReportPolicy.SecondReader;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportSettingsTest {

    @Test
    void theDefaultsAskForOneReaderAndHideNothing() {
        ReportSettings settings = settings("");

        assertThat(settings.policy()).isEqualTo(ReportPolicy.DEFAULT);
        assertThat(settings.sealer()).isSameAs(Sealer.DIGEST_ONLY);
        assertThat(settings.fonts()).hasSize(2);
    }

    @Test
    void aCountyChoosesItsReadersItsNightAndItsAuthority() {
        ReportSettings settings = settings("report { second-reader = red, night = \"19:30-07:00\", night-pause = 5m,"
                + " zone = \"UTC\", read-first = non-urgent, signature-gateway = \"https://ca.county.example/seal\" }");

        assertThat(settings.policy())
                .isEqualTo(new ReportPolicy(
                        SecondReader.RED,
                        LocalTime.of(19, 30),
                        LocalTime.of(7, 0),
                        ZoneId.of("UTC"),
                        Duration.ofMinutes(5),
                        true));
        assertThat(settings.sealer()).isInstanceOf(HttpSealer.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "night = \"19:30\"",
                "night = \"25:00-07:00\"",
                "zone = \"Mars/Base\"",
                "second-reader = sometimes",
                "night-pause = 0s",
                "signature-gateway = \"http://ca.county.example/seal\"",
                "signature-gateway = \"ftp://ca\"",
            })
    void aValueThatCannotBeUsedStopsTheStart(String value) {
        assertThatThrownBy(() -> settings("report { " + value + " }"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("report.");
    }

    private static ReportSettings settings(String given) {
        return ReportSettings.from(StrictSettings.of(
                        ConfigFactory.parseString(given), ConfigFactory.parseResources("ecg-hub-reference.conf"))
                .group("report"));
    }
}
