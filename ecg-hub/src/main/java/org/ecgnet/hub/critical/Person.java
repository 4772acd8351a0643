package org.ecgnet.hub.critical;

/**
 * Somebody who answers for what they do.
 *
 * @param account as they logged in
 * @param name as the register shows it
 */
public record Person(String account, String name) {

    public Person {
        if (account.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("person: '" + account + "' (expected: an account and a name)");
        }
    }
}
