package org.ecgnet.edge.store;

import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;

/**
 * What the clinic did with a result, or said about it. {@link #toString()} keeps the words out.
 *
 * @param by as the clinic names its staff; may be empty
 * @param words what was read back or said; empty for none
 */
public record ClinicDeed(ClinicAction action, String by, String words) {

    private static final int MOST_CHARACTERS = 200;

    public ClinicDeed {
        if (words.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("words (expected: at most " + MOST_CHARACTERS + " characters)");
        }
    }

    @Override
    public String toString() {
        return "ClinicDeed[" + action + "]";
    }
}
