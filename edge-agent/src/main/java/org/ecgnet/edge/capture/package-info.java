/**
 * From what a unit says to the messages of an exam: a pure state machine, driven by events and handed the time.
 *
 * <p>{@link org.ecgnet.edge.capture.Capture} cuts samples into chunks of one second, numbers them, keeps the unit's
 * marks and the running SHA-256, and ends the recording for one of four named reasons. Nothing lost is ever filled in.
 * {@link org.ecgnet.edge.capture.Reassembly} goes the other way, from stored messages to the recording. Files, threads
 * and clocks are others'.
 */
@NullMarked
package org.ecgnet.edge.capture;

import org.jspecify.annotations.NullMarked;
