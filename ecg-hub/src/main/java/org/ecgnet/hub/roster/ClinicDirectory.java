package org.ecgnet.hub.roster;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ecgnet.ecg.SiteCode;

/** The county's clinics by code. Immutable. */
public final class ClinicDirectory {

    private final Map<SiteCode, Clinic> clinics;

    public ClinicDirectory(List<Clinic> clinics) {
        this.clinics = clinics.stream().collect(Collectors.toUnmodifiableMap(Clinic::code, Function.identity()));
    }

    /** The clinic, or what its code alone tells. */
    public Clinic find(SiteCode site) {
        Clinic listed = clinics.get(site);
        return listed == null ? Clinic.unlisted(site) : listed;
    }
}
