/**
 * The criteria of chambers under load and of voltage: the pattern of pulmonary embolism, low voltage and QRS alternans as in
 * tamponade.
 *
 * <p>One final class a criterion, thresholds from the profile, no state. The voltage of left ventricular hypertrophy is a
 * statement without a colour and is scored with the statements.
 */
@NullMarked
package org.ecgnet.triage.hypertrophy;

import org.jspecify.annotations.NullMarked;
