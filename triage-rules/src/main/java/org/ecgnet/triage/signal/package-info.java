/**
 * Samples in, samples out: zero-phase filters, smoothing, mains subtraction, splines.
 *
 * <p>Everything works at any sampling rate from 100 to 1000 Hz without resampling, in microvolts. Nothing here knows
 * a beat, a rule or a patient; what needs those belongs to {@code measure} or further out.
 */
@NullMarked
package org.ecgnet.triage.signal;

import org.jspecify.annotations.NullMarked;
