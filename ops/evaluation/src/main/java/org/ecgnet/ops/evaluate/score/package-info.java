/**
 * Answers held against labels, as tables in Markdown: beats after ANSI/AAMI EC57, wave boundaries, statements, shockable rhythms,
 * triage levels, measurements, quality and time.
 *
 * <p>Intervals are Wilson's at 95 % as if cases were independent; beats or windows of one record are not, so theirs are too
 * narrow. Nothing here reads a file.
 */
@NullMarked
package org.ecgnet.ops.evaluate.score;

import org.jspecify.annotations.NullMarked;
