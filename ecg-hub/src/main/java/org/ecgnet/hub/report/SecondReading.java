package org.ecgnet.hub.report;

import java.time.Instant;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.report.ReportRefusal.Reason;

/**
 * Whether somebody may sign as the second reader: another person, or at night the same one after a pause and a fresh
 * look (CLINICAL section 5: two-person check before a report, at night one person twice). Pure.
 */
final class SecondReading {

    private SecondReading() {}

    /**
     * @param own the colour that the second reader chose by himself
     * @param lookedAt when he last began to look at the ECG anew; empty when he did not
     * @return empty when he may sign
     */
    static Optional<ReportRefusal> problem(
            ReportPolicy policy,
            Report report,
            String account,
            TriageLevel own,
            Optional<Instant> lookedAt,
            Instant now) {
        if (report.complete()) {
            return refused(Reason.SIGNED_BEFORE, "version " + report.version() + " has its signatures");
        }
        Signature first = report.author();
        boolean same = first.signer().account().equals(account);
        if (same && !policy.night(now)) {
            return refused(Reason.SECOND_IS_FIRST, "somebody else must sign it as the second reader");
        }
        Instant notBefore = same ? first.at().plus(policy.nightPause()) : first.at();
        if (lookedAt.isEmpty() || lookedAt.get().isBefore(notBefore)) {
            return same && now.isBefore(notBefore)
                    ? refused(Reason.SECOND_TOO_SOON, "look again after " + notBefore)
                    : refused(Reason.SECOND_NOT_LOOKED, "open the ECG anew before the second signature");
        }
        if (own != report.overread().level()) {
            return refused(
                    Reason.SECOND_DISAGREES,
                    "the report says " + report.overread().level() + ", the second reader " + own
                            + ": amend the report instead");
        }
        return Optional.empty();
    }

    private static Optional<ReportRefusal> refused(Reason reason, String detail) {
        return Optional.of(new ReportRefusal(reason, detail));
    }
}
