package org.ecgnet.hub.identity;

import java.security.SecureRandom;
import org.ecgnet.hub.identity.factor.FactorKey;

/**
 * What second factors stand on.
 *
 * @param key seals their secrets
 * @param policy who must have one
 */
public record SecondFactors(FactorKey key, SecondFactorPolicy policy) {

    /** With a key that is kept nowhere, and nobody who must. */
    public static SecondFactors passing(SecureRandom random) {
        return new SecondFactors(FactorKey.random(random), SecondFactorPolicy.OPTIONAL);
    }
}
