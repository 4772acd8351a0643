package org.ecgnet.hub.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Measurements;
import org.ecgnet.triage.QualityReport;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.Statement;

/** Claims of a machine and what readers make of them. */
public final class Overreads {

    public static final MachineClaim RED =
            new MachineClaim("R11:CODE", "CODE", Optional.of(TriageLevel.RED), true, 0.9, "R11危急", "R11 is red");
    public static final MachineClaim YELLOW =
            new MachineClaim("Y02:AF_NEW", "AF_NEW", Optional.of(TriageLevel.YELLOW), false, 0.8, "新发房颤", "new AF");
    public static final MachineClaim SINUS =
            new MachineClaim("SR", "SR", Optional.empty(), false, 0.97, "窦性心律", "sinus rhythm");

    private Overreads() {}

    public static Overread of(TriageLevel level, Judged... judged) {
        return new Overread(1, 0, Arrays.asList(judged), List.of(), "", "", level, "", "");
    }

    public static Judged accepted(MachineClaim claim) {
        return new Judged(claim.key(), Decision.ACCEPTED, "", claim.critical());
    }

    public static Judged rejected(MachineClaim claim, String why) {
        return new Judged(claim.key(), Decision.REJECTED, why, claim.critical());
    }

    public static Overread concluded(Overread of, String conclusion) {
        return new Overread(
                of.reading(),
                of.measurement(),
                of.judged(),
                of.added(),
                of.description(),
                conclusion,
                of.level(),
                of.levelReason(),
                of.amendmentReason());
    }

    public static Overread because(Overread of, String levelReason, String amendmentReason) {
        return new Overread(
                of.reading(),
                of.measurement(),
                of.judged(),
                of.added(),
                of.description(),
                of.conclusion(),
                of.level(),
                levelReason,
                amendmentReason);
    }

    /** The same by a reader who saw this measurement by hand. */
    public static Overread measured(Overread of, int measurement) {
        return new Overread(
                of.reading(),
                measurement,
                of.judged(),
                of.added(),
                of.description(),
                of.conclusion(),
                of.level(),
                of.levelReason(),
                of.amendmentReason());
    }

    public static Overread added(Overread of, Phrase... phrases) {
        return new Overread(
                of.reading(),
                of.measurement(),
                of.judged(),
                List.of(phrases),
                of.description(),
                of.conclusion(),
                of.level(),
                of.levelReason(),
                of.amendmentReason());
    }

    /** A green reading that claims sinus rhythm. */
    public static Reading plain() {
        return reading(TriageLevel.GREEN, List.of());
    }

    /** A red reading of one machine-certain finding that also claims sinus rhythm. */
    public static Reading red() {
        return reading(TriageLevel.RED, List.of(Reds.hard("R11")));
    }

    private static Reading reading(TriageLevel level, List<Finding> findings) {
        return new Reading(
                level,
                findings,
                List.of(new Statement("SR", 0.97), new Statement("AF", 0.02)),
                Measurements.NONE,
                QualityReport.GOOD,
                List.of(),
                "DEFAULT 1",
                "engine 1");
    }
}
