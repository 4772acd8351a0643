/**
 * Reads recordings of the WFDB family: headers, signals of format 16 and 212 in one file, the 24-byte-header {@code
 * .mat} of the Challenge databases, and annotations in MIT format (PhysioNet, WFDB Applications Guide: header(5),
 * signal(5), annot(5)).
 *
 * <p>Pure over text and byte arrays; whoever has the files reads them. What is not understood, or does not agree with
 * its checksum, is refused with a {@link org.ecgnet.format.wfdb.WfdbException} that says which line or signal and why:
 * a recording read wrongly is worse than one not read.
 */
@NullMarked
package org.ecgnet.format.wfdb;

import org.jspecify.annotations.NullMarked;
