/**
 * The watch on a running exam: rhythms that must ring before the recording has ended.
 *
 * <p>Works on chunks of about a second with bounded memory, and errs to the silent side on bad signal, since the same
 * samples are read again as a whole at the end. Rules over whole recordings do not belong here.
 */
@NullMarked
package org.ecgnet.triage.live;

import org.jspecify.annotations.NullMarked;
