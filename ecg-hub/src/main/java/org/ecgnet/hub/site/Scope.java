package org.ecgnet.hub.site;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecgnet.ecg.SiteCode;

/**
 * Of which clinics somebody is shown exams. Every query that lists exams, or what hangs on them, for a person asks for
 * one: whoever writes a new list must say whose it is.
 */
public sealed interface Scope {

    /** The whole county: the centre's own people, and the hub itself. */
    Scope COUNTY = new County();

    /** All clinics. */
    record County() implements Scope {}

    /** A clinic, or the clinics of a township. */
    record Clinics(Set<SiteCode> sites) implements Scope {
        public Clinics {
            sites = Set.copyOf(sites);
            if (sites.isEmpty()) {
                throw new IllegalArgumentException("sites: none (expected: at least one)");
            }
        }

        /** In order, such as {@code [dagou-01, dagou-02]}. */
        @Override
        public String toString() {
            return sites.stream()
                    .map(SiteCode::value)
                    .collect(Collectors.toCollection(TreeSet::new))
                    .toString();
        }
    }
}
