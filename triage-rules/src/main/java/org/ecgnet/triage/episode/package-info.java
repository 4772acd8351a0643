/**
 * Where in a long recording a rhythm begins and ends.
 *
 * <p>For recordings of more than a minute, which one verdict cannot describe: episodes of the rhythms that a reader looks
 * up first. Works through the recording in short stretches with bounded memory. What an episode means for the patient
 * belongs to the rules, not here.
 */
@NullMarked
package org.ecgnet.triage.episode;

import org.jspecify.annotations.NullMarked;
