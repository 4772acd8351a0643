package org.ecgnet.edge.doctor;

import java.time.Instant;
import java.util.List;

/** Looks at one subject and changes nothing. */
interface Check {

    /** @param now by this computer's clock */
    List<Diagnosis> look(Installation installation, Instant now);
}
