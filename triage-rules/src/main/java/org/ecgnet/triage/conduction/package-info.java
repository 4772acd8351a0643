/**
 * The criteria of conduction: bundle branches and, as issue READING adds them, atrioventricular blocks.
 *
 * <p>One final class a criterion, thresholds from the profile, no state.
 */
@NullMarked
package org.ecgnet.triage.conduction;

import org.jspecify.annotations.NullMarked;
