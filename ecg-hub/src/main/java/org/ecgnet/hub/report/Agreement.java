package org.ecgnet.hub.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;

/**
 * What became of one claim of the machine under a physician's eyes, or what the physician said and the machine did not.
 *
 * @param claim key of the claim; the phrase's code when the machine did not say it
 * @param level of the claim; empty for a statement
 */
public record Agreement(String claim, String code, Optional<TriageLevel> level, Verdict verdict) {

    /** How the two stand to each other. */
    public enum Verdict {
        ACCEPTED,
        EDITED,
        REJECTED,
        /** Said by the physician only. */
        ADDED
    }

    /** All of a version, once each. Pure. */
    public static List<Agreement> of(Report report) {
        List<Agreement> all = new ArrayList<>();
        for (MachineClaim claim : report.claims()) {
            report.judged(claim.key())
                    .ifPresent(judged -> all.add(
                            new Agreement(claim.key(), claim.code(), claim.level(), verdict(judged.decision()))));
        }
        for (Phrase added : report.overread().added()) {
            if (all.stream().noneMatch(known -> known.claim().equals(added.code()))) {
                all.add(new Agreement(added.code(), added.code(), Optional.empty(), Verdict.ADDED));
            }
        }
        return List.copyOf(all);
    }

    private static Verdict verdict(Decision decision) {
        return switch (decision) {
            case ACCEPTED -> Verdict.ACCEPTED;
            case EDITED -> Verdict.EDITED;
            case REJECTED -> Verdict.REJECTED;
        };
    }

    /** How often each verdict was given on a code. */
    public record Count(String code, int accepted, int edited, int rejected, int added) {

        /** Reports in which one of the two said it. */
        int said() {
            return accepted + edited + rejected + added;
        }
    }

    /**
     * Of the reports signed in a span.
     *
     * @param reports how many there are
     */
    public record Figures(int reports, List<Count> counts) {

        public Figures {
            counts = List.copyOf(counts);
        }

        /** Reports in which neither said it; a code may be said twice in one. */
        public int neither(Count count) {
            return Math.max(0, reports - count.said());
        }

        /** An edited claim counts as one that both say: the physician kept it, in other words. */
        public Optional<Kappa> kappa(Count count) {
            return Kappa.of(count.accepted() + count.edited(), count.rejected(), count.added(), neither(count));
        }
    }
}
