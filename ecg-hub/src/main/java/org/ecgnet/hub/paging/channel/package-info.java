/**
 * Ways of reaching people and machines outside: one class a channel behind {@code PageChannel}.
 *
 * <p>A channel sends one message once and says what came of it; when to try again, and whom to reach, is decided
 * elsewhere. No text that leaves here carries a patient's name or number.
 */
@NullMarked
package org.ecgnet.hub.paging.channel;

import org.jspecify.annotations.NullMarked;
