package org.ecgnet.sim.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What goes wrong, and when after the start.
 *
 * <p>As text: parts with commas between, {@code flip=RATE} and {@code drop=RATE} for each byte, {@code stall@5s},
 * {@code resume@7s}, {@code unplug@12s}, {@code replug@15s}; times as {@code 1500ms}, {@code 12s} or {@code 3m}.
 */
public record FaultPlan(double flipRate, double dropRate, List<Change> changes) {

    /** Nothing goes wrong. */
    public static final FaultPlan NONE = new FaultPlan(0, 0, List.of());

    private static final Pattern RATE = Pattern.compile("(flip|drop)=([0-9.]+(?:[eE]-?[0-9]+)?)");
    private static final Pattern CHANGE = Pattern.compile("(stall|resume|unplug|replug)@([0-9]{1,9})(ms|s|m)");

    /** From this time on the line is in this state. */
    public record Change(Duration after, LineState state) {}

    public FaultPlan {
        changes = changes.stream().sorted(Comparator.comparing(Change::after)).toList();
        if (!(flipRate >= 0 && flipRate <= 1 && dropRate >= 0 && dropRate <= 1)) {
            throw new IllegalArgumentException(
                    "flip: " + flipRate + ", drop: " + dropRate + " (expected: rates from 0 to 1)");
        }
    }

    /** @throws IllegalArgumentException for a part that is none of the above */
    public static FaultPlan parse(String text) {
        double flip = 0;
        double drop = 0;
        List<Change> changes = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher rate = RATE.matcher(part.strip());
            Matcher change = CHANGE.matcher(part.strip());
            if (rate.matches()) {
                double value = Double.parseDouble(rate.group(2));
                flip = rate.group(1).equals("flip") ? value : flip;
                drop = rate.group(1).equals("drop") ? value : drop;
            } else if (change.matches()) {
                changes.add(new Change(time(change.group(2), change.group(3)), state(change.group(1))));
            } else {
                throw new IllegalArgumentException("fault: '" + part
                        + "' (expected: flip=1e-4, drop=1e-4, stall@5s, resume@7s, unplug@12s or replug@15s)");
            }
        }
        return new FaultPlan(flip, drop, changes);
    }

    private static Duration time(String amount, String unit) {
        long value = Long.parseLong(amount);
        return switch (unit) {
            case "ms" -> Duration.ofMillis(value);
            case "m" -> Duration.ofMinutes(value);
            default -> Duration.ofSeconds(value);
        };
    }

    private static LineState state(String word) {
        return switch (word) {
            case "stall" -> LineState.STALLED;
            case "unplug" -> LineState.UNPLUGGED;
            default -> LineState.CONNECTED;
        };
    }

    /** How the line is at this time after the start. */
    public LineState at(Duration after) {
        LineState state = LineState.CONNECTED;
        for (Change change : changes) {
            if (change.after().compareTo(after) <= 0) {
                state = change.state();
            }
        }
        return state;
    }
}
