package org.ecgnet.hub.critical;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.ecgnet.hub.paging.Severity;

/**
 * The county's choices about cases.
 *
 * @param lethalRules rules for which 120 is told at once
 * @param mergeWithin a red of the same patient and rule within this time belongs to the open case
 * @param hold how long accepting holds the ladder
 */
public record CasePolicy(Set<String> lethalRules, Duration mergeWithin, Duration hold) {

    /** CLINICAL section 5. */
    public static final CasePolicy DEFAULT =
            new CasePolicy(Set.of("R01", "R03", "R04"), Duration.ofMinutes(10), Duration.ofMinutes(2));

    public CasePolicy {
        lethalRules = Set.copyOf(lethalRules);
    }

    Severity severity(List<CaseRule> rules) {
        if (rules.stream().anyMatch(rule -> rule.hard() && lethalRules.contains(rule.rule()))) {
            return Severity.LETHAL;
        }
        return rules.stream().anyMatch(CaseRule::hard) ? Severity.HARD : Severity.SUSPECTED;
    }
}
