package org.ecgnet.format.cart;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When a cart says that it recorded.
 *
 * @param local by the clock on the cart's wall
 * @param offset from UTC, where the file tells it
 */
public record CartTime(LocalDateTime local, Optional<ZoneOffset> offset) {

    /** A time whose file does not tell the offset. */
    public static CartTime local(LocalDateTime local) {
        return new CartTime(local, Optional.empty());
    }

    /** A time of day of a day, without an offset; empty when there is no such time. */
    public static Optional<CartTime> of(LocalDate day, int hour, int minute, int second) {
        try {
            return Optional.of(local(LocalDateTime.of(day, LocalTime.of(hour, minute, second))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same wall clock with an offset. */
    public CartTime with(Optional<ZoneOffset> told) {
        return new CartTime(local, told);
    }

    /** @param zone of carts that do not tell theirs */
    public Instant at(ZoneId zone) {
        return offset.map(local::toInstant).orElseGet(() -> local.atZone(zone).toInstant());
    }
}
