package org.ecgnet.hub.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;

/**
 * Who is on call: whoever has the shift, behind them the county's fixed contacts of the same tier, behind those the next
 * tiers. Pure.
 *
 * @param contacts of the settings, in the order in which they are told
 * @param duty shifts, as far as they are known here
 */
public record OnCallRoster(List<Contact> contacts, DutyRoster duty) {

    public OnCallRoster {
        contacts = List.copyOf(contacts);
    }

    /** The settings alone. */
    public OnCallRoster(List<Contact> contacts) {
        this(contacts, DutyRoster.EMPTY);
    }

    public OnCallRoster with(DutyRoster shifts) {
        return new OnCallRoster(contacts, shifts);
    }

    /** True when the settings have somebody for the tier. */
    boolean fixed(Recipient tier) {
        return contacts.stream().anyMatch(contact -> contact.tier() == tier);
    }

    /**
     * Whom a step reaches in a tier itself. Somebody who cannot be told as loudly as asked is told all the same.
     *
     * @param now the roster of this moment
     */
    public List<Contact> onCall(Recipient tier, Urgency urgency, SiteCode site, Instant now) {
        List<Contact> shift = shift(tier, now);
        return asLoud(shift.isEmpty() ? fixed(tier, site) : shift, urgency);
    }

    /**
     * Whom a step reaches, wherever they had to be sought. Goes on to the next in line until somebody can be told as
     * loudly as asked; whoever was found on the way is told as well.
     *
     * @param channels those that can be used now
     */
    public Call call(Recipient to, Urgency urgency, SiteCode site, Instant now, Set<String> channels) {
        Set<Contact> found = new LinkedHashSet<>();
        List<Call.Gap> gaps = new ArrayList<>();
        for (Recipient tier : line(to)) {
            for (Source source : Source.values()) {
                List<Contact> all = source == Source.SHIFT ? shift(tier, now) : fixed(tier, site);
                List<Contact> usable = asLoud(
                        all.stream()
                                .filter(contact -> channels.contains(contact.channel()))
                                .toList(),
                        urgency);
                found.addAll(usable);
                if (usable.stream().anyMatch(contact -> loudEnough(contact, urgency))) {
                    return new Call(List.copyOf(found), gaps);
                }
                gap(tier, source, all, usable, now).ifPresent(gaps::add);
            }
        }
        return new Call(List.copyOf(found), gaps);
    }

    private Optional<Call.Gap> gap(
            Recipient tier, Source source, List<Contact> all, List<Contact> usable, Instant now) {
        if (source == Source.FIXED && all.isEmpty()) {
            return Optional.empty();
        }
        if (source == Source.SHIFT && all.isEmpty()) {
            boolean missing = !duty.on(tier, now).isEmpty() || duty.plans(tier) || !fixed(tier);
            return missing && Shift.TIERS.contains(tier)
                    ? Optional.of(new Call.Gap(
                            tier, duty.on(tier, now).isEmpty() ? Call.Why.NOBODY_ON_DUTY : Call.Why.NO_WAY_TO_REACH))
                    : Optional.empty();
        }
        return Optional.of(new Call.Gap(tier, usable.isEmpty() ? Call.Why.CHANNEL_OUT_OF_USE : Call.Why.NOT_SO_LOUD));
    }

    /** Where somebody is sought for a tier, the first choice first. */
    private enum Source {
        SHIFT,
        FIXED
    }

    /** Who stands in for whom: 总值班 and the others, never the clinic for the cardiologist. */
    private static List<Recipient> line(Recipient to) {
        return switch (to) {
            case TIER_1 -> List.of(Recipient.TIER_1, Recipient.TIER_2, Recipient.TIER_3);
            case TIER_2 -> List.of(Recipient.TIER_2, Recipient.TIER_3, Recipient.TIER_1);
            case TIER_3 -> List.of(Recipient.TIER_3, Recipient.TIER_2, Recipient.TIER_1);
            default -> List.of(to);
        };
    }

    private List<Contact> shift(Recipient tier, Instant now) {
        return duty.on(tier, now).stream()
                .flatMap(person -> person.as(tier).stream())
                .toList();
    }

    private List<Contact> fixed(Recipient tier, SiteCode site) {
        return contacts.stream()
                .filter(contact -> contact.tier() == tier && contact.answersFor(site))
                .toList();
    }

    private static List<Contact> asLoud(List<Contact> all, Urgency urgency) {
        List<Contact> loud = all.stream()
                .filter(contact -> contact.serves().contains(urgency))
                .toList();
        return loud.isEmpty() ? all : loud;
    }

    /** A push is heard by whoever is told in any way. */
    private static boolean loudEnough(Contact contact, Urgency urgency) {
        return urgency == Urgency.PUSH || contact.serves().contains(urgency);
    }
}
