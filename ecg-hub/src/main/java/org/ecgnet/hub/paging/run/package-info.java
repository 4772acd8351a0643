/**
 * Runs the ladder and sends what it asks for, durably.
 *
 * <p>Every step and every delivery is a row before anything is sent; every attempt is a row after it. After a crash the
 * rows say what is still to do: a message may be sent twice, with the same id, and is never lost. This package holds
 * the one clock of paging; the policy is in {@code paging}, the ways of sending in {@code paging.channel}.
 */
@NullMarked
package org.ecgnet.hub.paging.run;

import org.jspecify.annotations.NullMarked;
