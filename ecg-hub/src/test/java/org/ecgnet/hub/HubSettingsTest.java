package org.ecgnet.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.ecgnet.settings.SettingsException;
import org.junit.jupiter.api.Test;

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
