package org.ecgnet.hub.roster;

import java.time.Instant;
import java.util.Optional;
import org.ecgnet.hub.paging.Recipient;

/**
 * A span of a shift with whoever really takes it.
 *
 * @param instead why it is not the one who was planned; empty when it is
 * @param to excluded
 */
public record Duty(Shift shift, OnCallPerson person, Instant from, Instant to, Optional<Substitution> instead) {

    public Recipient tier() {
        return shift.tier();
    }
}
