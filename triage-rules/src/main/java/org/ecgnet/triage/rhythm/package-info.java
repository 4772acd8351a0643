/**
 * The criteria of rhythm and rate: standstill, pauses, fibrillation, tachycardias and bradycardia.
 *
 * <p>One final class a criterion, thresholds from the profile, no state. What a rhythm is belongs to {@code statement}; how
 * critical it is belongs here.
 */
@NullMarked
package org.ecgnet.triage.rhythm;

import org.jspecify.annotations.NullMarked;
