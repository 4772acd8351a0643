package org.ecgnet.hub.worklist;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.exam.ExamState;

/**
 * One exam in the worklist.
 *
 * @param maskedName see {@link PatientMask}; empty for an unknown patient
 * @param receivedAt when its start was stored, by the hub's clock
 * @param completedAt when the whole was there
 * @param judgement the latest reading; empty until there is one
 * @param progress of its critical case; empty when it has none
 * @param work what readers have done about it
 * @param clinicSeenAt when the clinic first confirmed something about it
 */
public record WorklistItem(
        ExamId examId,
        SiteCode site,
        Optional<String> maskedName,
        Sex sex,
        OptionalInt ageYears,
        Symptoms symptoms,
        boolean drill,
        ExamState state,
        Instant receivedAt,
        Optional<Instant> completedAt,
        Optional<Judgement> judgement,
        Optional<CaseProgress> progress,
        ReaderWork work,
        Optional<Instant> clinicSeenAt) {

    /**
     * The latest reading in short.
     *
     * @param headline its first finding; empty when there is none
     */
    public record Judgement(TriageLevel level, boolean hard, Optional<Headline> headline, Instant madeAt) {}

    /** A finding in a sentence. */
    public record Headline(String rule, String chinese, String english) {}

    /**
     * The colour to show; empty until there is a reading. An open case stays red whatever a later reading says: only a
     * named human lowers a colour.
     */
    public Optional<TriageLevel> level() {
        return unanswered() ? Optional.of(TriageLevel.RED) : judgement.map(Judgement::level);
    }

    /** True for a critical case that nobody has read back. */
    public boolean unanswered() {
        return progress.filter(CaseProgress::unanswered).isPresent();
    }

    /** True while a reader is wanted: a case nobody has read back, or an exam that was read by the machine only. */
    public boolean waitsForReader() {
        return unanswered() || (state != ExamState.ARRIVING && judgement.isPresent() && !work.done());
    }

    /** From when its waiting is counted: the page, else the whole exam, else its start. */
    public Instant waitingSince() {
        return progress.map(CaseProgress::pagedAt).or(() -> completedAt).orElse(receivedAt);
    }
}
