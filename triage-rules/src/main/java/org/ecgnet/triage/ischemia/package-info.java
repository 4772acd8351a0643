/**
 * The criteria of ischaemia and infarction.
 *
 * <p>One final class a criterion, thresholds from the profile, no state. Levels come measured from {@code measure}; gates
 * that make a level meaningless are named in the rule's answer.
 */
@NullMarked
package org.ecgnet.triage.ischemia;

import org.jspecify.annotations.NullMarked;
