package org.ecgnet.hub.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleWatchTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final ConsoleWatch WATCH = new ConsoleWatch(Duration.ofSeconds(4));

    @Test
    void anAudibleReadersConsoleIsHeardUntilItHasBeenSilentForFourSeconds() {
        List<Heartbeat> beats = List.of(beat(true, true, NOW));

        assertThat(WATCH.judge(beats, NOW.plusMillis(3_999)).state()).isEqualTo(Hearing.State.HEARD);
        assertThat(WATCH.judge(beats, NOW.plusSeconds(4)).state()).isEqualTo(Hearing.State.NO_CONSOLE);
        assertThat(WATCH.judge(beats, NOW).unheardAt()).isEqualTo(NOW.plusSeconds(4));
    }

    @Test
    void oneOfSeveralConsolesIsEnough() {
        List<Heartbeat> beats = List.of(beat(true, false, NOW), beat(true, true, NOW.minusSeconds(1)));

        assertThat(WATCH.judge(beats, NOW)).isEqualTo(new Hearing(NOW.plusSeconds(3), Hearing.State.HEARD));
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(WATCH.judge(List.of(), NOW)).isEqualTo(new Hearing(Instant.EPOCH, Hearing.State.NO_CONSOLE));
        assertThat(WATCH.judge(List.of(beat(true, false, NOW)), NOW).state()).isEqualTo(Hearing.State.SOUND_OFF);
        assertThat(WATCH.judge(List.of(beat(false, true, NOW)), NOW).state()).isEqualTo(Hearing.State.NO_READER);
    }

    private static Heartbeat beat(boolean reader, boolean audible, Instant at) {
        return new Heartbeat("console", "wang", "王医生", reader, audible, at);
    }
}
