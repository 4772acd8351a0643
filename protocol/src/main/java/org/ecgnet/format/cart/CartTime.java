package org.ecgnet.format.cart;

import java.time.Instant;
import java.time.LocalDateTime;
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

    /** @param zone of carts that do not tell theirs */
    public Instant at(ZoneId zone) {
        return offset.map(local::toInstant).orElseGet(() -> local.atZone(zone).toInstant());
    }
}
