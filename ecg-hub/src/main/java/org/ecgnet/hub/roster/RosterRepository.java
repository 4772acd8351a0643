package org.ecgnet.hub.roster;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** People, shifts, substitutions and their history. */
public interface RosterRepository {

    /** Waits until no other transaction changes the roster; released when the transaction ends. */
    void serializeChanges();

    /** Adds the person or takes the place of what was known of them. */
    void save(OnCallPerson person);

    /** By name, the inactive as well. */
    List<OnCallPerson> people();

    void add(Shift shift);

    /** The shift stays in the history and counts no more. */
    void remove(UUID shift, Instant now);

    void add(Substitution substitution);

    void append(RosterEntry entry);

    /** The latest first. */
    List<RosterEntry> history(int most);

    /** Channels that were told to stop. */
    Set<String> disabledChannels();

    /** All people, and the shifts that touch [from, to) with their substitutions. */
    DutyRoster between(Instant from, Instant to);
}
