/**
 * Whether two electrodes were exchanged: every usual exchange is a hypothesis, undone and held against what correctly
 * placed electrodes show.
 *
 * <p>The leads as they would be without the exchange follow from the recorded ones by linear algebra; how plausible a
 * set of leads is comes from a table learnt on real recordings. Nothing here changes a measurement or a colour: that
 * something is exchanged, and what is to be done about it, is said by the engine.
 */
@NullMarked
package org.ecgnet.triage.reversal;

import org.jspecify.annotations.NullMarked;
