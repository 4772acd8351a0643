package org.ecgnet.triage.prior;

import java.util.Optional;
import org.ecgnet.ecg.Lead;

/**
 * One figure then and now.
 *
 * @param quantity such as {@code QRS} or {@code ST at J}
 * @param unit of both values
 * @param changed whether it moved by the limit or more
 */
public record Delta(String quantity, Optional<Lead> lead, double before, double now, String unit, boolean changed) {}
