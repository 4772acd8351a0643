package org.ecgnet.hub.roster;

import java.util.List;
import org.ecgnet.hub.paging.Recipient;

/**
 * Whom a step reaches.
 *
 * @param contacts in the order in which they are told; empty when there is nobody at all
 * @param gaps what was found missing on the way
 */
public record Call(List<Contact> contacts, List<Gap> gaps) {

    public Call {
        contacts = List.copyOf(contacts);
        gaps = List.copyOf(gaps);
    }

    /** Something missing in a tier. */
    public record Gap(Recipient tier, Why why) {}

    /** Why a tier did not answer for itself. */
    public enum Why {
        /** Nobody has the shift. */
        NOBODY_ON_DUTY,
        /** Whoever has it left no way to be reached. */
        NO_WAY_TO_REACH,
        /** The channel is not in the settings, or is disabled. */
        CHANNEL_OUT_OF_USE,
        /** Only told more softly than the step asks. */
        NOT_SO_LOUD
    }
}
