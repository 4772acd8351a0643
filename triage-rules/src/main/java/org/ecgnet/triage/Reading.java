package org.ecgnet.triage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.prior.SerialComparison;

/**
 * What the engine says about a recording; automatic and unconfirmed until a named physician signs.
 *
 * @param level the most urgent of the findings; GREY when nothing red was proven and the signal cannot be judged
 * @param findings most urgent first
 * @param statements with their scores, highest first
 * @param cannotJudge what this recording cannot answer, in Chinese and English, such as missing chest leads
 * @param profile name and version of the rule profile
 * @param engine name and version of the engine
 * @param comparison with the patient's earlier recording; empty when none was given
 */
public record Reading(
        TriageLevel level,
        List<Finding> findings,
        List<Statement> statements,
        Measurements measurements,
        QualityReport quality,
        List<Limitation> cannotJudge,
        String profile,
        String engine,
        Optional<SerialComparison> comparison) {

    public Reading {
        findings = List.copyOf(findings);
        statements = List.copyOf(statements);
        cannotJudge = List.copyOf(cannotJudge);
    }

    /** A reading that is compared with no earlier recording. */
    public Reading(
            TriageLevel level,
            List<Finding> findings,
            List<Statement> statements,
            Measurements measurements,
            QualityReport quality,
            List<Limitation> cannotJudge,
            String profile,
            String engine) {
        this(level, findings, statements, measurements, quality, cannotJudge, profile, engine, Optional.empty());
    }

    /** True when any finding is machine-certain and deadly. */
    public boolean hard() {
        return findings.stream().anyMatch(Finding::hard);
    }

    /** The findings of one level. */
    public Stream<Finding> findings(TriageLevel of) {
        return findings.stream().filter(finding -> finding.level() == of);
    }

    /** Something this recording cannot answer. */
    public record Limitation(String chinese, String english) {

        public Limitation {
            chinese = chinese.replace(", ", "、");
        }
    }
}
