package org.ecgnet.hub.paging.channel;

import java.time.Instant;
import java.util.List;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;

/**
 * A page to one contact. Holds nothing by which a patient is known outside.
 *
 * @param id the same at every attempt
 * @param caseNumber the register's serial number
 * @param step rung that asked for it
 * @param to the tier, and {@code contact} its person or desk as the roster names it
 * @param address where the channel reaches the contact
 * @param site code of the clinic, {@code siteName} its name
 * @param severity {@code LETHAL}, {@code HARD} or {@code SUSPECTED}
 * @param rules what was found, in words
 * @param link to the case at the console, behind a login
 * @param drill an exercise
 * @param pagedAt when the ladder began
 * @param plannedAt when this message was written down
 */
public record PageMessage(
        String id,
        long caseNumber,
        String step,
        Urgency urgency,
        Recipient to,
        String contact,
        String address,
        String site,
        String siteName,
        String severity,
        List<RuleSentence> rules,
        String link,
        boolean drill,
        Instant pagedAt,
        Instant plannedAt) {

    public PageMessage {
        rules = List.copyOf(rules);
    }

    /** A finding in words. */
    public record RuleSentence(String rule, String chinese, String english) {}
}
