/**
 * The vocabulary of the network: leads, waveforms, recordings, patients and triage levels.
 *
 * <p>Values only, checked by their own constructors. Nothing here reads a clock, a file or a socket, and nothing
 * here knows a wire format or a rule. A word that two modules must share belongs here; a word that one module
 * alone uses belongs there.
 */
@NullMarked
package org.ecgnet.ecg;

import org.jspecify.annotations.NullMarked;
