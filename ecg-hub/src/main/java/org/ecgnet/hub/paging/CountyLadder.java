package org.ecgnet.hub.paging;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecgnet.hub.paging.Rung.Scope;
import org.ecgnet.hub.paging.Timing.Anchor;
import org.ecgnet.hub.paging.Timing.Trigger;

/** The ladder of CLINICAL section 5 with a county's own times. */
public final class CountyLadder {

    /** The rung whose first step tells 120. */
    public static final String DISPATCH = "dispatch";

    private static final String TIER_1_PUSH = "tier-1-push";
    private static final String TIER_1_RING = "tier-1-ring";
    private static final String TIER_2_RING = "tier-2-ring";
    private static final String CLINIC_CALL = "clinic-call";

    private CountyLadder() {}

    public static EscalationLadder of(LadderTimes times) {
        return new EscalationLadder(List.of(
                paged("reader-push", Recipient.READER, Urgency.PUSH, Timing.after(Anchor.PAGE, Duration.ZERO)),
                paged("reader-ring", Recipient.READER, Urgency.RING, Timing.only(Trigger.UNHEARD)),
                paged(TIER_1_PUSH, Recipient.TIER_1, Urgency.PUSH, Timing.after(Anchor.PAGE, Duration.ZERO)),
                paged(TIER_1_RING, Recipient.TIER_1, Urgency.RING, firstRing(times)),
                paged(
                        TIER_2_RING,
                        Recipient.TIER_2,
                        Urgency.RING,
                        Timing.after(Anchor.PAGE, times.tier2()).atOnceWhenIll(TIER_1_RING)),
                paged(
                        "tier-3-ring",
                        Recipient.TIER_3,
                        Urgency.RING,
                        Timing.after(Anchor.PAGE, times.tier3())
                                .repeatedEvery(times.tier3Every())
                                .atOnceWhenIll(TIER_2_RING)),
                free("update-push", Recipient.TIER_1, Urgency.PUSH, Goal.ACKNOWLEDGED, update(Severity.values())),
                free(
                        "update-ring",
                        Recipient.TIER_1,
                        Urgency.RING,
                        Goal.ACKNOWLEDGED,
                        update(Severity.LETHAL, Severity.HARD)),
                free("disposition", Recipient.TIER_1, Urgency.RING, Goal.DISPOSED, disposition(times)),
                free(
                        "clinic-screen",
                        Recipient.CLINIC,
                        Urgency.PUSH,
                        Goal.CLINIC_SAW,
                        Timing.after(Anchor.PAGE, times.clinic())),
                free(
                        CLINIC_CALL,
                        Recipient.CLINIC,
                        Urgency.RING,
                        Goal.CLINIC_SAW,
                        Timing.after(Anchor.PAGE, times.clinic())),
                free("township-call", Recipient.TOWNSHIP, Urgency.RING, Goal.CLINIC_SAW, township(times)),
                once(DISPATCH, Recipient.DISPATCH, dispatch(times)),
                once("dispatch-script", Recipient.CENTRE, script(times))));
    }

    private static Timing firstRing(LadderTimes times) {
        return Timing.bySeverity(Map.of(
                        Severity.LETHAL, Duration.ZERO,
                        Severity.HARD, Duration.ZERO,
                        Severity.SUSPECTED, times.ringSuspected()))
                .soonerOn(Set.of(Trigger.CONFIRMED, Trigger.UNHEARD))
                .atOnceWhenIll(TIER_1_PUSH);
    }

    private static Timing update(Severity... severities) {
        return Timing.from(
                Anchor.UPDATE,
                Arrays.stream(severities).collect(Collectors.toMap(severity -> severity, severity -> Duration.ZERO)));
    }

    private static Timing disposition(LadderTimes times) {
        return Timing.after(Anchor.ACKNOWLEDGEMENT, times.disposition()).repeatedEvery(times.disposition());
    }

    private static Timing township(LadderTimes times) {
        return Timing.after(Anchor.PAGE, times.clinic())
                .following(CLINIC_CALL, times.township())
                .repeatedEvery(times.townshipEvery());
    }

    private static Timing dispatch(LadderTimes times) {
        return Timing.bySeverity(Map.of(Severity.LETHAL, Duration.ZERO, Severity.HARD, times.dispatchCertain()))
                .soonerOn(Set.of(Trigger.CONFIRMED, Trigger.ORDERED));
    }

    private static Timing script(LadderTimes times) {
        return Timing.after(Anchor.PAGE, times.dispatchScript())
                .following(DISPATCH, times.dispatchPatience())
                .repeatedEvery(times.dispatchPatience());
    }

    private static Rung paged(String name, Recipient to, Urgency urgency, Timing timing) {
        return new Rung(name, to, urgency, Goal.ACKNOWLEDGED, true, Scope.ROUND, timing);
    }

    private static Rung free(String name, Recipient to, Urgency urgency, Goal goal, Timing timing) {
        return new Rung(name, to, urgency, goal, false, Scope.ROUND, timing);
    }

    private static Rung once(String name, Recipient to, Timing timing) {
        return new Rung(name, to, Urgency.RING, Goal.DISPATCH_ANSWERED, false, Scope.DISPATCH, timing);
    }
}
