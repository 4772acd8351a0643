package org.ecgnet.hub.register;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.site.Scope;

/** What people wrote into the register by hand; only ever added to. */
public interface RegisterRepository {

    void add(RegisterEdit edit);

    /** Of one case, oldest first. */
    List<RegisterEdit> edits(UUID caseId);

    /** The case of this serial number. */
    Optional<UUID> caseOf(Scope scope, long number);
}
