package org.ecgnet.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecgnet.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubSettingsTest {

    @Test
    void nothingWrittenIsAHubThatRunsByItself() {
        HubSettings settings = HubSettings.parse("");
        assertThat(settings.broker().externalUrl()).isEmpty();
        assertThat(settings.database().external()).isEmpty();
        assertThat(settings.broker().authority()).isEqualTo(Path.of("hub-data", "ca"));
        assertThat(settings.broker().port()).isEqualTo(8883);
    }

    @Test
    void anUnknownKeyIsRefusedWithTheNearestOne() {
        assertThatThrownBy(() -> HubSettings.parse("broker.prot = 1"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("broker.prot")
                .hasMessageContaining("broker.port");
    }

    @Test
    void theRuleProfileIsNamedOrACountysOwnFile(@TempDir Path folder) throws IOException {
        String number = "name = COUNTY\nversion = \"1\"\nlimits.R09.slow { value = 38, source = \"own\" }\n";
        Path file = Files.writeString(folder.resolve("county.conf"), number);
        Path wrong = Files.writeString(folder.resolve("wrong.conf"), number.replace("slow", "slwo"));

        assertThat(HubSettings.parse("triage.profile = ZJ").profile().value("R06.fast"))
                .isEqualTo(230);
        assertThat(HubSettings.parse("triage.profile = \"" + file + "\"")
                        .profile()
                        .edition())
                .isEqualTo("COUNTY 1");
        assertThatThrownBy(() -> HubSettings.parse("triage.profile = \"" + wrong + "\""))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("setting 'triage.profile': " + wrong)
                .hasMessageContaining("'limits.R09.slwo' (line 3): did you mean 'limits.R09.slow'?");
    }

    @Test
    void anExternalPartWithoutItsAddressIsRefused() {
        assertThatThrownBy(() -> HubSettings.parse("database.kind = external"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("database.url");
        assertThatThrownBy(() -> HubSettings.parse("broker { kind = external, url = \"tcp://plain:1883\" }"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("ssl://host:port");
    }

    @Test
    void aPacketLimitBelowTheLargestMessageIsRefused() {
        assertThatThrownBy(() -> HubSettings.parse("broker.maximum-packet = 96KiB"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("broker.maximum-packet");
    }

    @Test
    void aPasswordIsNotPrinted() {
        HubSettings settings = HubSettings.parse(
                "database { kind = external, url = \"jdbc:postgresql://h:5432/ecg\", user = ecg, password = hidden }");
        assertThat(settings.database().toString()).contains("h:5432").doesNotContain("hidden");
    }
}
