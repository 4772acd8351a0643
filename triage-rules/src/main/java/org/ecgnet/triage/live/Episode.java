package org.ecgnet.triage.live;

/**
 * Says once that something began, and again only after it has been gone for a while.
 *
 * <p>Made for one thread.
 */
final class Episode {

    private final int secondsToBegin;
    private final int secondsToEnd;
    private int seen;
    private int missed;
    private boolean running;

    /**
     * @param secondsToBegin so many looks in a row must agree before it begins
     * @param secondsToEnd so many looks in a row must miss it before it has ended
     */
    Episode(int secondsToBegin, int secondsToEnd) {
        this.secondsToBegin = secondsToBegin;
        this.secondsToEnd = secondsToEnd;
    }

    /** Takes one look; true when with it the episode begins. */
    boolean begins(boolean present) {
        seen = present ? seen + 1 : 0;
        missed = present ? 0 : missed + 1;
        if (running && missed >= secondsToEnd) {
            running = false;
        }
        if (!running && seen >= secondsToBegin) {
            running = true;
            return true;
        }
        return false;
    }

    boolean running() {
        return running;
    }
}
