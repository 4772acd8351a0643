package org.ecgnet.hub.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitId;

/**
 * One exam.
 *
 * @param startedAt first sample by the clinic's clock
 * @param receivedAt when the hub stored its start, by the hub's clock
 * @param clinicClockAhead the clinic's clock minus the hub's when the start was sent
 * @param drill an exercise, kept out of every figure
 * @param end what the end of the exam said; empty while it arrives
 * @param bedside onset and vital signs, as far as the clinic noted them
 */
public record Exam(
        ExamId id,
        SiteCode site,
        UnitId unit,
        String unitModel,
        String operator,
        Patient patient,
        Symptoms symptoms,
        SampleRate rate,
        List<Lead> leads,
        List<LeadScale> scales,
        Instant startedAt,
        Instant receivedAt,
        Duration clinicClockAhead,
        boolean drill,
        ExamState state,
        Optional<ExamEnd> end,
        Bedside bedside) {

    public Exam {
        leads = List.copyOf(leads);
        scales = List.copyOf(scales);
    }

    /**
     * The end of an exam.
     *
     * @param endedAt last sample by the clinic's clock
     * @param completedAt when the hub had every chunk and had checked the SHA-256, by the hub's clock; empty until then
     */
    public record ExamEnd(int chunks, int samples, Instant endedAt, String reason, Optional<Instant> completedAt) {}
}
