package org.ecgnet.edge.electrode;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.Lead;

/** The ten places of electrodes of a standard recording. */
public enum Site {
    RA,
    LA,
    RL,
    LL,
    V1,
    V2,
    V3,
    V4,
    V5,
    V6;

    /**
     * The sites that surely make contact: a limb lead that carries a signal proves both of its electrodes, and the
     * reference; a chest lead its own.
     *
     * @param carrying leads with a signal
     */
    public static Set<Site> provenBy(Set<Lead> carrying) {
        Set<Site> proven = EnumSet.noneOf(Site.class);
        prove(proven, carrying.contains(Lead.I), RA, LA);
        prove(proven, carrying.contains(Lead.II), RA, LL);
        prove(proven, carrying.contains(Lead.III), LA, LL);
        for (Site site : List.of(V1, V2, V3, V4, V5, V6)) {
            if (carrying.contains(Lead.valueOf(site.name()))) {
                proven.add(site);
            }
        }
        if (!proven.isEmpty()) {
            proven.add(RL);
        }
        return proven;
    }

    private static void prove(Set<Site> proven, boolean carries, Site one, Site other) {
        if (carries) {
            proven.add(one);
            proven.add(other);
        }
    }
}
