package org.ecgnet.hub.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The county's choices about reports.
 *
 * @param secondReader for which reports a second signature is needed
 * @param nightFrom from when one person alone may sign twice
 * @param nightTo until when; before {@code nightFrom} when the night goes over midnight
 * @param zone of these two and of every time on paper
 * @param nightPause least time between the two signatures of one person
 * @param readFirst the machine's claims of an exam that is neither red nor yellow stay hidden until the reader has
 *     written his own
 */
public record ReportPolicy(
        SecondReader secondReader,
        LocalTime nightFrom,
        LocalTime nightTo,
        ZoneId zone,
        Duration nightPause,
        boolean readFirst) {

    /** When a second reader is needed. */
    public enum SecondReader {
        NONE,
        /** For a report that is red, or whose machine reading was. */
        RED
    }

    /** One reader; nothing is hidden. */
    public static final ReportPolicy DEFAULT = new ReportPolicy(
            SecondReader.NONE,
            LocalTime.of(18, 0),
            LocalTime.of(8, 0),
            ZoneId.of("Asia/Shanghai"),
            Duration.ofMinutes(1),
            false);

    boolean night(Instant at) {
        LocalTime time = at.atZone(zone).toLocalTime();
        boolean over = nightTo.isBefore(nightFrom);
        return over
                ? !time.isBefore(nightFrom) || time.isBefore(nightTo)
                : !time.isBefore(nightFrom) && time.isBefore(nightTo);
    }
}
