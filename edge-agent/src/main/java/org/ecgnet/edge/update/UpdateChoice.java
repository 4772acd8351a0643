package org.ecgnet.edge.update;

import java.util.Set;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.protocol.release.Release;
import org.ecgnet.protocol.release.ReleaseVersion;

/** What an agent does about an offer that the county signed. */
public sealed interface UpdateChoice {

    /** It is to be fetched and tried. */
    record Take() implements UpdateChoice {}

    /** It is let be. */
    record Leave(Why why) implements UpdateChoice {}

    /** Reasons to let an offer be. */
    enum Why {
        /** It is what runs, or older: an agent never goes back at an offer's word. */
        NOT_NEWER,
        /** It was tried here in vain. */
        SET_ASIDE,
        /** The clinic is not among those that are offered it yet. */
        NOT_YET_OURS,
        /** The version that runs could not read the store after it, should it be taken back: a person installs it. */
        ANOTHER_STORE
    }

    /**
     * @param running the version that asks
     * @param store version of the store that it reads and writes
     * @param triedInVain versions that were tried in vain
     */
    static UpdateChoice about(
            Release offer, SiteCode site, ReleaseVersion running, int store, Set<ReleaseVersion> triedInVain) {
        if (offer.version().compareTo(running) <= 0) {
            return new Leave(Why.NOT_NEWER);
        }
        if (triedInVain.contains(offer.version())) {
            return new Leave(Why.SET_ASIDE);
        }
        if (!offer.offeredTo(site)) {
            return new Leave(Why.NOT_YET_OURS);
        }
        return offer.store() == store ? new Take() : new Leave(Why.ANOTHER_STORE);
    }
}
