/**
 * Gives the exams of the worklist to readers, the most urgent first.
 */
@NullMarked
package org.ecgnet.hub.worklist.desk;

import org.jspecify.annotations.NullMarked;
