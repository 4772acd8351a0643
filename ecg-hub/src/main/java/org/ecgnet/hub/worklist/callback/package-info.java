/**
 * Clinics that ask to be called: each wish is somebody's, by name, until the clinic was called. A wish ends when the centre
 * or the clinic says that the call was made; a later wish about the same exam takes the place of an earlier one.
 */
@NullMarked
package org.ecgnet.hub.worklist.callback;

import org.jspecify.annotations.NullMarked;
