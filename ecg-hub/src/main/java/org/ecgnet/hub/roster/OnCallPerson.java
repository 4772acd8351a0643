package org.ecgnet.hub.roster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;

/**
 * Somebody who can be on duty.
 *
 * @param name as pages and the register show it
 * @param account by which they log in; empty for somebody outside
 * @param ways in the order in which they are used
 * @param active false for one who has left: shifts keep the name, nobody calls it any more
 */
public record OnCallPerson(UUID id, String name, Optional<String> account, List<Way> ways, boolean active) {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_ADDRESS = 200;

    public OnCallPerson {
        ways = List.copyOf(ways);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name: '" + name + "' (expected: 1 to 64 characters)");
        }
    }

    /** The person as contacts of a tier. */
    List<Contact> as(Recipient tier) {
        return ways.stream()
                .map(way -> new Contact(name, tier, way.channel(), way.address(), way.serves(), Set.of()))
                .toList();
    }

    /** True when some way can be used so loudly. */
    boolean reachable(Urgency urgency, Set<String> channels) {
        return active
                && ways.stream()
                        .anyMatch(way ->
                                channels.contains(way.channel()) && way.serves().contains(urgency));
    }

    /**
     * One way to reach a person.
     *
     * @param channel one of the county's channels
     * @param address where that channel reaches them, such as a telephone number
     * @param serves how loudly
     */
    public record Way(String channel, String address, Set<Urgency> serves) {
        public Way {
            serves = Set.copyOf(serves);
            if (address.isBlank() || address.length() > LONGEST_ADDRESS) {
                throw new IllegalArgumentException("address: (expected: 1 to 200 characters)");
            }
            if (serves.isEmpty()) {
                throw new IllegalArgumentException("serves: [] (expected: PUSH, RING or both)");
            }
        }
    }
}
