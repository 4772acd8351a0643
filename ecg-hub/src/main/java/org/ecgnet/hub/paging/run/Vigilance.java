package org.ecgnet.hub.paging.run;

import java.time.Duration;
import org.ecgnet.hub.duty.ConsoleWatch;
import org.ecgnet.hub.paging.YellowPolicy;

/**
 * What paging watches beside the answers to its pages.
 *
 * @param consoles whether a red would be heard at the centre
 * @param illAfter a page that nobody's machine has taken for so long counts as not arriving
 * @param yellow unread yellow exams
 * @param drillLongest an exercise that nobody reads back ends after so long
 */
public record Vigilance(ConsoleWatch consoles, Duration illAfter, YellowPolicy yellow, Duration drillLongest) {

    public static final Vigilance DEFAULT = new Vigilance(
            new ConsoleWatch(Duration.ofSeconds(4)),
            Duration.ofSeconds(4),
            YellowPolicy.DEFAULT,
            Duration.ofMinutes(15));
}
