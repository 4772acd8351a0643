/**
 * The triage engine: a recording in, a reading out.
 *
 * <p>Pure functions without clock, input or output, or logger; the same input gives the same output at the edge and at
 * the hub. Rules live in the packages of their area; this package holds what they share and the engine that asks them
 * all. A machine statement is never confirmed here: only a named physician does that.
 */
@NullMarked
package org.ecgnet.triage;

import org.jspecify.annotations.NullMarked;
