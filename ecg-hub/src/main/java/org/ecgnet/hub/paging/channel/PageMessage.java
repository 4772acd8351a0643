package org.ecgnet.hub.paging.channel;

import java.time.Instant;
import java.util.List;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;

/**
 * A page to one contact. Holds nothing by which a patient is known outside.
 *
 * @param id the same at every attempt
 * @param caseNumber the register's serial number; 0 for what is about no red case
 * @param step rung that asked for it
 * @param to the tier, and {@code contact} its person or desk as the roster names it
 * @param address where the channel reaches the contact
 * @param site code of the clinic, {@code siteName} its name
 * @param severity {@code LETHAL}, {@code HARD} or {@code SUSPECTED}; {@link #YELLOW} or {@link #TEST} for what is about
 *     no red case
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

    /** Yellow exams that nobody has read in their time. */
    public static final String YELLOW = "YELLOW";

    /** Somebody tries whether a channel works. */
    public static final String TEST = "TEST";

    public PageMessage {
        rules = List.copyOf(rules);
    }

    /** RED, YELLOW or TEST. */
    public String priority() {
        return severity.equals(YELLOW) || severity.equals(TEST) ? severity : "RED";
    }

    /** A finding in words. */
    public record RuleSentence(String rule, String chinese, String english) {}
}
