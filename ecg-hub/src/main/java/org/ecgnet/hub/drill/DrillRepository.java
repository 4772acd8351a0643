package org.ecgnet.hub.drill;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Exercises. */
public interface DrillRepository {

    void add(Drill drill);

    Optional<Drill> find(UUID caseId);

    /** The latest first. */
    List<Drill> latest(int most);
}
