package org.ecgnet.hub.report;

import java.time.Instant;
import java.util.List;
import org.ecgnet.ecg.TriageLevel;

/**
 * What a reader said before the machine's claims were shown to him (read first, then show); never changed.
 *
 * @param codes of the phrases he named
 */
public record FirstImpression(TriageLevel level, List<String> codes, String words, Instant at) {
    public FirstImpression {
        codes = List.copyOf(codes);
    }
}
