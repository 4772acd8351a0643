package org.ecgnet.hub.register;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.ecgnet.hub.register.RegisterRefusal.Reason;

/** Whether a value may be written by hand. Pure. */
final class EditCheck {

    static final int LONGEST = 200;
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

    private EditCheck() {}

    /**
     * @param inForce the value that is there
     * @param seen the value that the writer saw
     * @return empty when it may be written
     */
    static Optional<RegisterRefusal> problem(
            RegisterColumn column, String inForce, String seen, String value, String reason, Instant now) {
        if (!column.byHand()) {
            return refused(Reason.NOT_BY_HAND, column + " is filled in by the hub");
        }
        if (!inForce.equals(seen)) {
            return refused(Reason.STALE, "somebody has changed it meanwhile: look again");
        }
        if (inForce.equals(value)) {
            return refused(Reason.UNCHANGED, "it says so already");
        }
        if (!inForce.isEmpty() && reason.isBlank()) {
            return refused(Reason.REASON_MISSING, "say why it is changed");
        }
        if (value.length() > LONGEST || reason.length() > LONGEST) {
            return refused(Reason.UNFIT, LONGEST + " characters at most");
        }
        return value.isEmpty() ? Optional.empty() : fits(column, value, now);
    }

    private static Optional<RegisterRefusal> fits(RegisterColumn column, String value, Instant now) {
        return switch (column.source()) {
            case TIME -> time(value, now);
            case REVIEW ->
                Arrays.stream(RegisterColumn.Review.values())
                                .anyMatch(known -> known.name().equals(value))
                        ? Optional.empty()
                        : refused(Reason.UNFIT, "one of " + Arrays.toString(RegisterColumn.Review.values()));
            case TEXT ->
                value.codePoints().anyMatch(Character::isISOControl)
                        ? refused(Reason.UNFIT, "one line of text")
                        : Optional.empty();
            case HUB -> Optional.empty();
        };
    }

    private static Optional<RegisterRefusal> time(String value, Instant now) {
        try {
            return Instant.parse(value).isAfter(now.plus(CLOCKS_APART))
                    ? refused(Reason.UNFIT, "a time that has passed")
                    : Optional.empty();
        } catch (DateTimeException e) {
            return refused(Reason.UNFIT, "a time such as 2026-03-01T02:00:00Z");
        }
    }

    private static Optional<RegisterRefusal> refused(Reason reason, String detail) {
        return Optional.of(new RegisterRefusal(reason, detail));
    }
}
