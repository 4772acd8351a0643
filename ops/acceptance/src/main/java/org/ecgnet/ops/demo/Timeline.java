package org.ecgnet.ops.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What happens, one line each, with the seconds since the start. Safe for use by many threads. */
final class Timeline {

    private final PrintStream out;
    private final Clock clock;
    private final Instant start;

    Timeline(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
    }

    Instant start() {
        return start;
    }

    Clock clock() {
        return clock;
    }

    void say(String who, String what) {
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "%7.2f s  %-10s %s", seconds, who, what));
    }

    /** A line without a time. */
    void note(String text) {
        out.println(text);
    }
}
