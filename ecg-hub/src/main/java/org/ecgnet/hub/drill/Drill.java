package org.ecgnet.hub.drill;

import java.time.Instant;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;

/**
 * An exercise that a person started.
 *
 * @param startedBy who answers for it
 * @param endsAt when it ends by itself
 * @param note what it is for
 */
public record Drill(UUID caseId, ExamId examId, String startedBy, Instant startedAt, Instant endsAt, String note) {}
