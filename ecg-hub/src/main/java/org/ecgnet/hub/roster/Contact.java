package org.ecgnet.hub.roster;

import java.util.Set;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;

/**
 * A person or desk, and one way to reach it.
 *
 * @param name as pages and the register show it
 * @param channel name of the channel
 * @param address where that channel reaches it, such as a telephone number
 * @param serves how loudly it can be told
 * @param sites the clinics it answers for; empty for all
 */
public record Contact(
        String name, Recipient tier, String channel, String address, Set<Urgency> serves, Set<SiteCode> sites) {

    public Contact {
        serves = Set.copyOf(serves);
        sites = Set.copyOf(sites);
    }

    boolean answersFor(SiteCode site) {
        return sites.isEmpty() || sites.contains(site);
    }
}
