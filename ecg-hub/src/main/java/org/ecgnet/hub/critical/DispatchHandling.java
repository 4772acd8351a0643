package org.ecgnet.hub.critical;

import java.util.Optional;

/**
 * What people have done about the ambulance; each empty until it happens.
 *
 * @param ordered a person asked for it
 * @param accepted a person at 120 took it
 * @param cancelled a person here or there called it off
 */
public record DispatchHandling(Optional<Signed> ordered, Optional<Signed> accepted, Optional<Signed> cancelled) {

    static final DispatchHandling NONE = new DispatchHandling(Optional.empty(), Optional.empty(), Optional.empty());

    DispatchHandling ordered(Signed by) {
        return new DispatchHandling(Optional.of(by), accepted, cancelled);
    }

    DispatchHandling accepted(Signed by) {
        return new DispatchHandling(ordered, Optional.of(by), cancelled);
    }

    DispatchHandling cancelled(Signed by) {
        return new DispatchHandling(ordered, accepted, Optional.of(by));
    }
}
