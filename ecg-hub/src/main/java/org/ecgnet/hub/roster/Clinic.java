package org.ecgnet.hub.roster;

import java.util.Optional;
import org.ecgnet.ecg.SiteCode;

/**
 * What the county knows of a clinic.
 *
 * @param address as an ambulance needs it
 * @param phone of the clinic
 * @param position where it is
 */
public record Clinic(SiteCode code, String name, String address, String phone, Optional<Position> position) {

    /** A clinic that the settings do not list: only its code is known. */
    static Clinic unlisted(SiteCode code) {
        return new Clinic(code, code.value(), "", "", Optional.empty());
    }

    /** Degrees, WGS 84. */
    public record Position(double latitudeDegrees, double longitudeDegrees) {
        public Position {
            if (!(Math.abs(latitudeDegrees) <= 90) || !(Math.abs(longitudeDegrees) <= 180)) {
                throw new IllegalArgumentException("position: " + latitudeDegrees + ", " + longitudeDegrees
                        + " (expected: latitude -90..90, longitude -180..180)");
            }
        }
    }
}
