/**
 * Whether a recording can be judged: per lead and as a whole, with the cause and the remedy in plain words.
 *
 * <p>Works on samples and levels only. What a bad lead means for the colour is decided by the engine; criteria on the
 * heart do not belong here.
 */
@NullMarked
package org.ecgnet.triage.quality;

import org.jspecify.annotations.NullMarked;
