/**
 * Exercises: a red that somebody invents to try people, channels and ladder, flagged 演练 from end to end.
 *
 * <p>An exercise is an exam, a reading and a case like any other, with the flag on each, so that it goes the real way. It
 * is kept out of every figure, never reaches the real 120, and ends with the read-back or by itself.
 */
@NullMarked
package org.ecgnet.hub.drill;

import org.jspecify.annotations.NullMarked;
