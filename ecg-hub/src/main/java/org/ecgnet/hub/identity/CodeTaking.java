package org.ecgnet.hub.identity;

import java.time.Instant;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.identity.SecondFactorAnswer.Refused;
import org.ecgnet.hub.identity.SecondFactorAnswer.Why;
import org.ecgnet.hub.identity.factor.CodeCheck;
import org.ecgnet.hub.identity.factor.FactorKey;
import org.ecgnet.hub.identity.factor.RecoveryCodes;
import org.ecgnet.hub.identity.factor.SecondFactor;
import org.ecgnet.hub.identity.factor.SecondFactorRepository;
import org.ecgnet.hub.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a code of a telephone or of paper, each once. */
final class CodeTaking {

    private static final Logger LOGGER = LoggerFactory.getLogger(CodeTaking.class);

    private final FactorKey key;

    CodeTaking(FactorKey key) {
        this.key = key;
    }

    /** {@link SecondFactorAnswer.CodeTaken} or {@link Refused}. */
    SecondFactorAnswer take(Transaction transaction, SecondFactor factor, String code, Instant now) {
        return RecoveryCodes.looksLike(code)
                ? recovery(transaction, factor, code, now)
                : oneTime(transaction, factor, code.replaceAll("\\s", ""), now);
    }

    private SecondFactorAnswer recovery(Transaction transaction, SecondFactor factor, String code, Instant now) {
        var factors = transaction.repository(SecondFactorRepository.class);
        if (!factors.useRecoveryCode(factor.account(), key.hash(factor.account(), code), now)) {
            return Refused.because(Why.RECOVERY_WRONG);
        }
        transaction
                .repository(AuditRepository.class)
                .append(AuditEvent.of(
                        now,
                        factor.account(),
                        AuditAction.RECOVERY_CODE_USED,
                        factors.recoveryCodesLeft(factor.account()) + " left"));
        return new SecondFactorAnswer.CodeTaken();
    }

    private SecondFactorAnswer oneTime(Transaction transaction, SecondFactor factor, String code, Instant now) {
        var secret = key.open(factor.account(), factor.sealed());
        if (secret.isEmpty()) {
            LOGGER.error(
                    "the second factor of {} was sealed with another key than this hub's: put the key's file back, or run"
                            + " 'ecg-hub account totp reset {}'",
                    factor.account(),
                    factor.account());
            return Refused.because(Why.UNREADABLE);
        }
        CodeCheck check = CodeCheck.of(secret.get(), code, factor.lastStep(), now);
        if (check instanceof CodeCheck.Right right) {
            // Of two who come with the same code at once, the database lets one through.
            return transaction.repository(SecondFactorRepository.class).take(factor.account(), right.step())
                    ? new SecondFactorAnswer.CodeTaken()
                    : Refused.because(Why.CODE_USED);
        } else if (check instanceof CodeCheck.ClockOff off) {
            return new Refused(Why.CLOCK_OFF, off.ahead());
        }
        return Refused.because(check instanceof CodeCheck.Used ? Why.CODE_USED : Why.CODE_WRONG);
    }
}
