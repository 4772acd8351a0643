package org.ecgnet.hub.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.Statement;

/**
 * One thing that the machine said of an exam, as the reader was shown it.
 *
 * @param key names it within its reading: {@code R11:ST_ELEVATION} for a finding, {@code AF} for a statement
 * @param level of a finding; empty for a statement, which has no colour
 * @param score 0 to 1, how sure the machine was
 */
public record MachineClaim(
        String key,
        String code,
        Optional<TriageLevel> level,
        boolean hard,
        double score,
        String chinese,
        String english) {

    /** From this score on a statement is claimed; see {@link Statement}. */
    private static final double CLAIMED = 0.5;

    /** True for what nobody may accept in passing. */
    public boolean critical() {
        return level.filter(TriageLevel.RED::equals).isPresent();
    }

    /** Findings first, most urgent first; then the claimed statements. */
    public static List<MachineClaim> of(Reading reading, PhraseTree phrases) {
        List<MachineClaim> claims = new ArrayList<>();
        for (Finding finding : reading.findings()) {
            claims.add(new MachineClaim(
                    finding.rule() + ":" + finding.code(),
                    finding.code(),
                    Optional.of(finding.level()),
                    finding.hard(),
                    finding.score(),
                    finding.chinese(),
                    finding.english()));
        }
        for (Statement statement : reading.statements()) {
            if (statement.score() >= CLAIMED) {
                Phrase phrase = phrases.find(statement.code()).orElseGet(() -> Phrase.bare(statement.code()));
                claims.add(new MachineClaim(
                        statement.code(),
                        statement.code(),
                        Optional.empty(),
                        false,
                        statement.score(),
                        phrase.chinese(),
                        phrase.english()));
            }
        }
        return eachOnce(claims);
    }

    /** A finding that a rule makes twice is one claim: its key must name it. */
    private static List<MachineClaim> eachOnce(List<MachineClaim> claims) {
        List<MachineClaim> once = new ArrayList<>();
        for (MachineClaim claim : claims) {
            long before = once.stream()
                    .filter(known ->
                            known.key().equals(claim.key()) || known.key().startsWith(claim.key() + "#"))
                    .count();
            once.add(before == 0 ? claim : claim.named(claim.key() + "#" + (before + 1)));
        }
        return List.copyOf(once);
    }

    private MachineClaim named(String other) {
        return new MachineClaim(other, code, level, hard, score, chinese, english);
    }
}
