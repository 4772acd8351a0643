package org.ecgnet.protocol.device;

/**
 * What a model makes of the bytes of a line.
 *
 * @param profile under which it understood them; rate, wiring, gain and size of a count may not be the unit's
 * @param frames understood, announcements included
 * @param understood part of the bytes that it did not have to drop, 0 to 1
 * @param announced the unit named itself, or answered a question that only its model understands
 */
public record Claim(UnitProfile profile, int frames, double understood, boolean announced) {

    /** Less would let noise be a unit: a lucky checksum is not a line. */
    private static final double LEAST_UNDERSTOOD = 0.8;

    private static final int LEAST_FRAMES = 8;

    /** The model's name. */
    public String model() {
        return profile.model();
    }

    /** True when it is an answer to this model's question; a short one is enough. */
    public boolean answers() {
        return understood >= LEAST_UNDERSTOOD && frames > 0;
    }

    /** True when it is this model's line. */
    public boolean holds() {
        return understood >= LEAST_UNDERSTOOD && (frames >= LEAST_FRAMES || announced);
    }
}
