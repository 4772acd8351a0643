/**
 * The criteria of paced rhythms: pulses without beats, pauses without pulses, pulses that ignore the heart's own beats.
 *
 * <p>One final class a criterion, thresholds from the profile, no state. Pulses come from the unit's hardware or, where it
 * marks none, from edges that are clearly there in the samples. What a paced QRS does to ST belongs to {@code ischemia}.
 */
@NullMarked
package org.ecgnet.triage.pacing;

import org.jspecify.annotations.NullMarked;
