package org.ecgnet.hub.worklist.turnaround;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.site.Scope;

/** How long answered exams had waited. */
public interface TurnaroundRepository {

    /** Waits of what was answered since, by the level that the machine had given; drills left out. */
    Map<TriageLevel, List<Duration>> answeredSince(Scope scope, Instant since);
}
