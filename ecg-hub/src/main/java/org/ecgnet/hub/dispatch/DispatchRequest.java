package org.ecgnet.hub.dispatch;

import java.util.List;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.exam.Exam;

/**
 * A dispatch with what a dispatcher needs to know of it.
 *
 * @param exam the latest of the case
 * @param steps oldest first; the first is the request
 */
public record DispatchRequest(Dispatch dispatch, CriticalCase known, Exam exam, List<DispatchStep> steps) {

    public DispatchRequest {
        steps = List.copyOf(steps);
    }
}
