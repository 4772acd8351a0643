package org.ecgnet.triage.quality;

import java.util.Optional;
import org.ecgnet.ecg.Lead;

/**
 * How usable a lead is.
 *
 * @param usable whether anything is measured on it
 * @param trouble the worst of what is wrong with it; empty when it is good
 */
public record LeadQuality(Lead lead, boolean usable, Optional<LeadTrouble> trouble) {}
