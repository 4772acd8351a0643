package org.ecgnet.hub.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * What of the audit somebody wants to see.
 *
 * @param actor an account's name
 * @param about an exam's or a case's id, an exam's code, or a case's serial number
 * @param to excluded
 * @param before entries of smaller numbers only: the next page
 */
public record AuditQuery(Optional<String> actor, Optional<String> about, Instant from, Instant to, long before) {

    private static final int LONGEST = 64;

    public AuditQuery {
        actor = actor.map(String::strip).filter(text -> !text.isEmpty());
        about = about.map(String::strip).filter(text -> !text.isEmpty());
        if (actor.filter(text -> text.length() > LONGEST).isPresent()
                || about.filter(text -> !text.matches("[0-9a-fA-F-]{1,36}")).isPresent()) {
            throw new IllegalArgumentException(
                    "person: an account; case: a serial number, an exam's code, or an id (expected: shorter or plainer)");
        }
    }
}
