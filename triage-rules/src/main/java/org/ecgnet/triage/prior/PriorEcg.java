package org.ecgnet.triage.prior;

import java.time.Instant;

/**
 * The patient's earlier recording, as far as a comparison needs it.
 *
 * @param takenAt when it was recorded
 */
public record PriorEcg(Instant takenAt, EcgFigures figures) {}
