/**
 * The criteria of repolarisation: QT and what follows from it.
 *
 * <p>One final class a criterion, thresholds from the profile, no state.
 */
@NullMarked
package org.ecgnet.triage.repolarization;

import org.jspecify.annotations.NullMarked;
