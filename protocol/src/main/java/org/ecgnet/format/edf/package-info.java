/**
 * EDF and EDF+ files of 16 bits and BDF files of 24: the signals that bear a lead's name, gaps of discontinuous files, patient and device
 * from the header's sub-fields. Signals without a lead's name (breath, annotations) are left out. Source: Kemp et al.,
 * Electroencephalogr Clin Neurophysiol 1992;82:391; Kemp and Olivan, Clin Neurophysiol 2003;114:1755 (EDF+).
 */
@NullMarked
package org.ecgnet.format.edf;

import org.jspecify.annotations.NullMarked;
