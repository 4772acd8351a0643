package org.ecgnet.hub.identity;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.site.Scope;

/**
 * Somebody who may log in.
 *
 * @param name 2 to 40 of a-z, 0-9, dot, hyphen and underscore
 * @param displayName as cases and the register show it
 * @param passwordHash see {@link PasswordHasher}
 * @param sites of site staff, who have no other role; none for everybody else
 */
public record Account(
        String name,
        String displayName,
        String passwordHash,
        Set<Role> roles,
        Set<SiteCode> sites,
        boolean disabled,
        Instant createdAt) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{2,40}");

    public Account {
        roles = Set.copyOf(roles);
        sites = Set.copyOf(sites);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("account: '" + name + "' (expected: 2 to 40 of a-z, 0-9, ., -, _)");
        }
        if (displayName.isBlank() || displayName.length() > 64) {
            throw new IllegalArgumentException("display name: '" + displayName + "' (expected: 1 to 64 characters)");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles: none (expected: at least one)");
        }
        if (roles.contains(Role.SITE_STAFF) && roles.size() > 1) {
            throw new IllegalArgumentException("roles: " + roles + " (expected: SITE_STAFF stands alone)");
        }
        if (roles.contains(Role.SITE_STAFF) == sites.isEmpty()) {
            throw new IllegalArgumentException(
                    sites.isEmpty()
                            ? "sites: none (expected: at least one for SITE_STAFF)"
                            : "sites: " + sites + " (expected: none but for SITE_STAFF)");
        }
    }

    /** Of which clinics this account is shown exams, where it is shown any. */
    public Scope scope() {
        return sites.isEmpty() ? Scope.COUNTY : new Scope.Clinics(sites);
    }

    /** True when any of the roles has the right. */
    public boolean may(Right right) {
        return roles.stream().anyMatch(role -> role.rights().contains(right));
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "Account[" + name + ", " + roles + (disabled ? ", disabled]" : "]");
    }
}
