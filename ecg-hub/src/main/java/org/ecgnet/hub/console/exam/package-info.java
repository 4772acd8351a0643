/**
 * One exam over HTTP: patient, reading with evidence, timeline, and the waveform in its binary form. Opening an exam is
 * audited, and only here are names and identity numbers told.
 */
@NullMarked
package org.ecgnet.hub.console.exam;

import org.jspecify.annotations.NullMarked;
