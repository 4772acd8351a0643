package org.ecgnet.hub.identity;

import java.util.Collections;
import java.util.Set;

/**
 * Who must have a second factor.
 *
 * @param roles an account with any of these sees nothing but its own page until it has one
 */
public record SecondFactorPolicy(Set<Role> roles) {

    /** Everybody may, nobody must. */
    public static final SecondFactorPolicy OPTIONAL = new SecondFactorPolicy(Set.of());

    public SecondFactorPolicy {
        roles = Set.copyOf(roles);
    }

    public boolean demands(Account account) {
        return !Collections.disjoint(roles, account.roles());
    }
}
