package org.ecgnet.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.ecgnet.protocol.device.DeviceCommand;
import org.junit.jupiter.api.Test;

class PreviewTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final Preview preview = new Preview();

    @Test
    void aUnitIsStartedOnceAndAgainWhenItFallsSilent() {
        assertThat(preview.wanted(NOW)).contains(DeviceCommand.START);
        assertThat(preview.wanted(NOW.plusMillis(100))).isEmpty();
        preview.heard(NOW.plusMillis(200));
        assertThat(preview.tick(NOW.plusSeconds(2))).isEmpty();
        assertThat(preview.streaming(NOW.plusSeconds(2))).isTrue();
        assertThat(preview.tick(NOW.plusSeconds(3))).contains(DeviceCommand.START);
    }

    @Test
    void aPageThatWasClosedDoesNotKeepTheUnitAwake() {
        preview.wanted(NOW);
        preview.heard(NOW.plusSeconds(90));
        assertThat(preview.tick(NOW.plusSeconds(90))).isEmpty();
        preview.heard(NOW.plusSeconds(91));
        assertThat(preview.tick(NOW.plusSeconds(91))).contains(DeviceCommand.STOP);
        assertThat(preview.tick(NOW.plusSeconds(92))).isEmpty();
    }

    @Test
    void whatWasNeverAskedForIsNotStopped() {
        preview.heard(NOW);
        assertThat(preview.over(NOW)).isEmpty();
        assertThat(preview.streaming(NOW)).isFalse();
        preview.wanted(NOW);
        preview.heard(NOW);
        preview.taken();
        assertThat(preview.over(NOW)).isEmpty();
    }
}
