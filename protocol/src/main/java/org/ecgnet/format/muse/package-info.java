/**
 * XML of GE's MUSE ({@code RestingECG}): 16-bit samples in base64, each lead with its own amplitude unit; usually I, II
 * and V1 to V6, from which the other limb leads follow. Only the waveform of type Rhythm is read; the median beat is
 * not. Source: the document type of the export and descriptions of it published by users.
 */
@NullMarked
package org.ecgnet.format.muse;

import org.jspecify.annotations.NullMarked;
