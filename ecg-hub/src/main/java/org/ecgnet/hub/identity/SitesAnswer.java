package org.ecgnet.hub.identity;

import java.util.Set;
import org.ecgnet.ecg.SiteCode;

/** What came of giving somebody of the clinics' staff other clinics. */
public sealed interface SitesAnswer {

    /** From now on, at every request and in every open stream of events. */
    record Changed() implements SitesAnswer {}

    /** There is no such account, or it is of the centre's own people. */
    record NotOfAClinic() implements SitesAnswer {}

    /** @param now what somebody else has made of it meanwhile */
    record Stale(Set<SiteCode> now) implements SitesAnswer {
        public Stale {
            now = Set.copyOf(now);
        }
    }
}
