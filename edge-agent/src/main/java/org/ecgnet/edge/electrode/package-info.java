/**
 * Whether the electrodes are on, while they are being placed and while the trace runs: a light a lead, with its trouble,
 * and the sites on the body that are known to make contact.
 *
 * <p>The judgement of a lead is {@code triage.quality}'s; here it is made on the last few seconds and turned from leads to
 * electrodes. Words and pictures are the page's.
 */
@NullMarked
package org.ecgnet.edge.electrode;

import org.jspecify.annotations.NullMarked;
