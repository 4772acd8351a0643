package org.ecgnet.hub.critical;

import java.time.Instant;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.triage.Finding;

/**
 * A red finding of a case, as it was first found.
 *
 * @param rule such as {@code R11}
 * @param reading its number within the exam
 */
public record CaseRule(
        String rule,
        String code,
        boolean hard,
        String chinese,
        String english,
        ExamId examId,
        int reading,
        Instant foundAt) {

    static CaseRule of(Finding finding, ExamId examId, int reading, Instant foundAt) {
        return new CaseRule(
                finding.rule(),
                finding.code(),
                finding.hard(),
                finding.chinese(),
                finding.english(),
                examId,
                reading,
                foundAt);
    }
}
