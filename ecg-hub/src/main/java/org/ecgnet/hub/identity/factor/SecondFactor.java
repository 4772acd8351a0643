package org.ecgnet.hub.identity.factor;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * An account's second factor.
 *
 * @param sealed the secret, see {@link FactorKey#seal}
 * @param confirmedAt since when it counts; empty while nobody has shown that the telephone has it
 * @param lastStep of the last code that was taken; 0 for none
 */
public record SecondFactor(
        String account, byte[] sealed, Instant madeAt, Optional<Instant> confirmedAt, long lastStep) {

    public SecondFactor {
        sealed = sealed.clone();
    }

    @Override
    public byte[] sealed() {
        return sealed.clone();
    }

    /** True once it is asked for at every login. */
    public boolean on() {
        return confirmedAt.isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecondFactor that
                && account.equals(that.account)
                && Arrays.equals(sealed, that.sealed)
                && madeAt.equals(that.madeAt)
                && confirmedAt.equals(that.confirmedAt)
                && lastStep == that.lastStep;
    }

    @Override
    public int hashCode() {
        return Objects.hash(account, Arrays.hashCode(sealed), madeAt, confirmedAt, lastStep);
    }

    /** Without the secret, sealed though it is. */
    @Override
    public String toString() {
        return "SecondFactor[" + account + (on() ? ", on]" : ", not confirmed]");
    }
}
