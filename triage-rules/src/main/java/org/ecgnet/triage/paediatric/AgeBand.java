package org.ecgnet.triage.paediatric;

import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.RuleProfile;

/**
 * What the profile says of a child's rate and QRS at its age in completed years.
 *
 * @param name as it stands in the keys of the profile: the first year of the band
 * @param chinese as a sentence says it
 * @param english likewise
 */
record AgeBand(String name, String chinese, String english) {

    private static final AgeBand[] RATE_BANDS = {
        new AgeBand("0", "1岁以下", "under 1 year"),
        new AgeBand("1", "1至2岁", "1 to 2 years"),
        new AgeBand("3", "3至4岁", "3 to 4 years"),
        new AgeBand("5", "5至7岁", "5 to 7 years"),
        new AgeBand("8", "8至11岁", "8 to 11 years"),
        new AgeBand("12", "12至15岁", "12 to 15 years"),
    };

    private static final AgeBand[] DANGER_BANDS = {
        RATE_BANDS[0], new AgeBand("1", "1至7岁", "1 to 7 years"), new AgeBand("8", "8至15岁", "8 to 15 years")
    };

    /** For the percentiles of the rate. */
    static AgeBand ofRate(int years) {
        return last(RATE_BANDS, years);
    }

    /** For the limits of R26. */
    static AgeBand ofDanger(int years) {
        return last(DANGER_BANDS, years);
    }

    private static AgeBand last(AgeBand[] bands, int years) {
        AgeBand found = bands[0];
        for (AgeBand band : bands) {
            found = Integer.parseInt(band.name) <= years ? band : found;
        }
        return found;
    }

    /** A limit of this band. */
    double limit(RuleProfile profile, String prefix) {
        return profile.value(prefix + name);
    }

    /** Completed years of a child whose age is known. */
    static int years(EcgCase ecg) {
        return ecg.patient().ageYears().orElse(0);
    }
}
