package org.ecgnet.hub.roster;

import java.time.Instant;
import java.util.List;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;

/**
 * Who is on call.
 *
 * @param contacts in the order in which they are told
 */
public record OnCallRoster(List<Contact> contacts) {

    public OnCallRoster {
        contacts = List.copyOf(contacts);
    }

    /**
     * Whom a step reaches. Somebody who cannot be told as loudly as asked is told all the same.
     *
     * @param now the roster of this moment; the first cut's is always the same
     */
    public List<Contact> onCall(Recipient tier, Urgency urgency, SiteCode site, Instant now) {
        List<Contact> all = contacts.stream()
                .filter(contact -> contact.tier() == tier && contact.answersFor(site))
                .toList();
        List<Contact> asLoud = all.stream()
                .filter(contact -> contact.serves().contains(urgency))
                .toList();
        return asLoud.isEmpty() ? all : asLoud;
    }
}
