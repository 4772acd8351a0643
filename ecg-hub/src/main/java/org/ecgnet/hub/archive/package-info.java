/**
 * Old exams take less room: their samples are packed anew in the dense form, in the background, one exam in one transaction.
 *
 * <p>Nothing is given up before what replaces it was read back: the new segments are unpacked and held against the old ones'
 * samples, count by count, before they are stored. An exam that cannot be read stays as it came.
 */
@NullMarked
package org.ecgnet.hub.archive;

import org.jspecify.annotations.NullMarked;
