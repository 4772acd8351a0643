/**
 * DICOM waveform objects (12-lead, general and ambulatory ECG; PS3.3 annex A.34, PS3.10 files in implicit or explicit
 * little-endian form): the longest original multiplex group, its channels by their SCP-ECG or MDC code or meaning,
 * sensitivity, correction, baseline and unit. A parser of our own: what is needed of DICOM here is four pages, and a
 * library would bring the whole of it to every clinic's PC.
 */
@NullMarked
package org.ecgnet.format.dicom;

import org.jspecify.annotations.NullMarked;
