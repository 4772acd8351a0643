/**
 * What the centre has before it, most urgent first: one line an exam, with its colour, its finding in a sentence and how
 * far its critical case has come. Names are masked here; the case itself shows them, and that is audited.
 */
@NullMarked
package org.ecgnet.hub.worklist;

import org.jspecify.annotations.NullMarked;
