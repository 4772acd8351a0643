package org.ecgnet.hub.roster;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.paging.EscalationLadder;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Rung;
import org.ecgnet.hub.paging.Urgency;

/**
 * Who would be called at a moment: every rung of the ladder with its people, or the hole there. Pure, and by the same
 * choice that pages.
 */
public record WhoNow(Instant at, List<Line> lines) {

    public WhoNow {
        lines = List.copyOf(lines);
    }

    /** @param channels those that can be used */
    public static WhoNow of(
            EscalationLadder ladder, OnCallRoster roster, SiteCode site, Instant at, Set<String> channels) {
        return new WhoNow(
                at,
                ladder.rungs().stream()
                        .filter(rung -> calls(rung))
                        .map(rung -> line(rung, roster.call(rung.to(), rung.urgency(), site, at, channels)))
                        .toList());
    }

    /** The dispatch centre and the clinic's screen are no people of the roster. */
    private static boolean calls(Rung rung) {
        return switch (rung.to()) {
            case DISPATCH, CENTRE -> false;
            case CLINIC -> rung.urgency() == Urgency.RING;
            default -> true;
        };
    }

    private static Line line(Rung rung, Call call) {
        List<Called> called = call.contacts().stream()
                .map(contact -> new Called(
                        contact.name(),
                        contact.tier(),
                        contact.channel(),
                        AddressMask.of(contact.address()),
                        contact.serves().contains(rung.urgency())))
                .toList();
        return new Line(rung.name(), rung.to(), rung.urgency(), called, call.gaps());
    }

    /**
     * One rung.
     *
     * @param called nobody: a hole that no other tier fills
     */
    public record Line(String rung, Recipient to, Urgency urgency, List<Called> called, List<Call.Gap> gaps) {
        public Line {
            called = List.copyOf(called);
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * Somebody who would be told.
     *
     * @param tier another than the rung's when they stand in
     * @param loudEnough false when they can only be told more softly
     */
    public record Called(String name, Recipient tier, String channel, String maskedAddress, boolean loudEnough) {}
}
