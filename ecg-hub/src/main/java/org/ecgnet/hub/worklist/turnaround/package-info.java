/**
 * How long people wait for an answer: the goals of each level, how long each open exam has, and what was reached. Time is
 * the hub's alone.
 */
@NullMarked
package org.ecgnet.hub.worklist.turnaround;

import org.jspecify.annotations.NullMarked;
