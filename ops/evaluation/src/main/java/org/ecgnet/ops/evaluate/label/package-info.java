/**
 * What the annotations of the open data sets say: beats, waves, rhythms, and diagnoses in the codes of a reading.
 *
 * <p>A record is known by its content, not by its folder: LUDB and the Challenge sets by their header comments, PTB-XL by its table,
 * MIT-style sets by their {@code .atr} file. A record without any of these has no labels and is read all the same.
 */
@NullMarked
package org.ecgnet.ops.evaluate.label;

import org.jspecify.annotations.NullMarked;
