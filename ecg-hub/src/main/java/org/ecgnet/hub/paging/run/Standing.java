package org.ecgnet.hub.paging.run;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a page of this round fares.
 *
 * @param step rung and occurrence that asked for it
 * @param arrived somebody's machine took it, and no receipt says that it failed afterwards
 * @param failedAt when it first failed
 */
public record Standing(String step, boolean arrived, Instant plannedAt, Optional<Instant> failedAt) {

    /** By rung: when its pages count as not arriving. A rung of which one page arrived is not among them. */
    static Map<String, Instant> illAt(List<Standing> standings, Duration illAfter) {
        Map<String, Instant> ill = new HashMap<>();
        standings.forEach(page -> ill.merge(page.rung(), page.illAt(illAfter), Standing::later));
        standings.stream().filter(Standing::arrived).map(Standing::rung).forEach(ill::remove);
        return ill;
    }

    private String rung() {
        int number = step.indexOf('#');
        return number < 0 ? step : step.substring(0, number);
    }

    private Instant illAt(Duration illAfter) {
        Instant hanging = plannedAt.plus(illAfter);
        return failedAt.filter(hanging::isAfter).orElse(hanging);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
