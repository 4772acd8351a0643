package org.ecgnet.edge.serial;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.protocol.device.Claim;
import org.ecgnet.protocol.device.DeviceCodecs;
import org.ecgnet.protocol.device.UnitProfile;

/**
 * What is set of a unit whose port is looked for.
 *
 * @param model only such a one; empty for any
 * @param profile its model and speed are those that are found
 * @param given settings of the unit that somebody wrote: defaults are no knowledge
 */
public record UnitTemplate(Optional<String> model, UnitProfile profile, Set<String> given) {

    public UnitTemplate {
        given = Set.copyOf(given);
    }

    /** The claim that is meant; empty when none is, or a person must choose. */
    Optional<Claim> meant(List<Claim> claims) {
        return model.map(name -> claims.stream()
                        .filter(claim -> claim.model().equals(name))
                        .findFirst())
                .orElseGet(() -> claims.size() == 1 ? Optional.of(claims.get(0)) : Optional.empty());
    }

    /** Settings without which such a unit's samples have no meaning, and that nobody wrote. */
    List<String> missing(String found) {
        return DeviceCodecs.mustBeSet(found).stream()
                .filter(setting -> !given.contains(setting))
                .toList();
    }

    UnitProfile found(Claim claim, int baud) {
        return new UnitProfile(claim.model(), baud, profile.rate(), profile.microvoltsPerCount(), profile.wiring());
    }
}
