/**
 * Comparison of a recording with the patient's earlier one: what is new, what was there, and by how much each figure moved.
 *
 * <p>Pure: two sets of figures in, one comparison out. It knows no rule and no colour; the engine may raise or annotate by
 * it and never lowers. Which earlier recording is the right one is the business of whoever keeps them.
 */
@NullMarked
package org.ecgnet.triage.prior;

import org.jspecify.annotations.NullMarked;
