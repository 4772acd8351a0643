package org.ecgnet.hub.reading;

import java.time.Instant;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.TriageLevel;

/**
 * A readable exam of the same patient before another one.
 *
 * @param takenAt by the clinic's clock
 * @param level of the engine's reading
 */
public record EarlierExam(ExamId id, Instant takenAt, SiteCode site, TriageLevel level) {}
