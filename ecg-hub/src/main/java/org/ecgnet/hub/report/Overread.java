package org.ecgnet.hub.report;

import java.util.List;
import org.ecgnet.ecg.TriageLevel;

/**
 * What a reader says of an exam, before anybody signs it.
 *
 * @param reading number of the machine's reading that was judged
 * @param measurement number of the measurement by hand that the reader saw, 0 for none
 * @param judged one a claim of that reading
 * @param added what the machine did not say, in the reader's order; a free text is its own code-less phrase
 * @param description free text; may be empty
 * @param conclusion free text; may be empty when a statement says it
 * @param level the reader's own colour
 * @param levelReason why it is less urgent than the machine's; empty when it is not
 * @param amendmentReason why a signed report is amended; empty for a first one
 */
public record Overread(
        int reading,
        int measurement,
        List<Judged> judged,
        List<Phrase> added,
        String description,
        String conclusion,
        TriageLevel level,
        String levelReason,
        String amendmentReason) {

    public Overread {
        judged = List.copyOf(judged);
        added = List.copyOf(added);
    }
}
