package org.ecgnet.hub.identity;

import java.util.Set;

/** What somebody is at the centre. */
public enum Role {
    TECHNICIAN(Set.of(Right.READ_EXAMS, Right.SEND_BACK)),
    CARDIOLOGIST(Set.of(Right.READ_EXAMS, Right.HANDLE_CASES, Right.SEND_BACK)),
    DISPATCHER(Set.of(Right.DISPATCH)),
    ADMINISTRATOR(Set.of(Right.ADMINISTER)),
    AUDITOR(Set.of(Right.READ_AUDIT));

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is
    private final Set<Right> rights;

    Role(Set<Right> rights) {
        this.rights = rights;
    }

    public Set<Right> rights() {
        return rights;
    }
}
