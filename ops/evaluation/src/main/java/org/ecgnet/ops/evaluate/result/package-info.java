/**
 * What the engine said about one record, in the words of the accuracy report, and its JSON line.
 *
 * <p>The only place that knows how an examination maps to beat classes, wave marks, episodes and swap codes. No labels here.
 */
@NullMarked
package org.ecgnet.ops.evaluate.result;

import org.jspecify.annotations.NullMarked;
