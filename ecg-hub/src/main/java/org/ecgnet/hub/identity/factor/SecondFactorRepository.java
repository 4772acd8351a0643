package org.ecgnet.hub.identity.factor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Second factors and recovery codes. */
public interface SecondFactorRepository {

    Optional<SecondFactor> find(String account);

    /** In place of one that was never confirmed. @return false when one is on */
    boolean begin(SecondFactor factor);

    /** Switches it on. */
    void confirm(String account, Instant now);

    /** Takes a code's step. @return false when it or a later one was taken before, by whoever was quicker */
    boolean take(String account, long step);

    /** In place of those before. */
    void keepRecoveryCodes(String account, List<String> hashes);

    /** @return false when there is none that is unused */
    boolean useRecoveryCode(String account, String hash, Instant now);

    int recoveryCodesLeft(String account);

    /** With its recovery codes. @return false when there was none */
    boolean remove(String account);
}
