/**
 * Recordings in a folder of any layout: which there are, and each as the triage takes it, with age and sex from its
 * header or from the table of its data set.
 *
 * <p>Conventions of single data sets that change a sample's meaning stand in {@link
 * org.ecgnet.ops.evaluate.record.RecordReader} and nowhere else. Labels and scores do not belong here.
 */
@NullMarked
package org.ecgnet.ops.evaluate.record;

import org.jspecify.annotations.NullMarked;
