/**
 * The change of shift: what one reader leaves, with the next thing to do about each exam, and who has taken it. Until
 * somebody takes it, it stays with the one who offered it.
 */
@NullMarked
package org.ecgnet.hub.worklist.handover;

import org.jspecify.annotations.NullMarked;
