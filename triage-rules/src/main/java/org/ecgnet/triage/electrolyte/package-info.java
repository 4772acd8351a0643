/**
 * The criteria of disturbed potassium: what hyperkalaemia and hypokalaemia do to P, QRS, T and U.
 *
 * <p>One final class a criterion, thresholds from the profile, no state. A pattern is a suspicion that a blood sample settles:
 * the sentences say so. Long QT from other causes belongs to repolarisation.
 */
@NullMarked
package org.ecgnet.triage.electrolyte;

import org.jspecify.annotations.NullMarked;
