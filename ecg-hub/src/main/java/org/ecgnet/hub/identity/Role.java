package org.ecgnet.hub.identity;

import java.util.Set;

/** What somebody is to the centre. */
public enum Role {
    TECHNICIAN(Set.of(Right.READ_EXAMS, Right.SEND_BACK)),
    CARDIOLOGIST(Set.of(Right.READ_EXAMS, Right.HANDLE_CASES, Right.SEND_BACK)),
    DISPATCHER(Set.of(Right.DISPATCH)),
    ADMINISTRATOR(Set.of(Right.ADMINISTER, Right.READ_AUDIT)),
    AUDITOR(Set.of(Right.READ_AUDIT)),
    /** Works at a clinic or for the clinics of a township: sees what they recorded, decides nothing. */
    SITE_STAFF(Set.of(Right.READ_OWN_SITE));

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is
    private final Set<Right> rights;

    Role(Set<Right> rights) {
        this.rights = rights;
    }

    public Set<Right> rights() {
        return rights;
    }
}
