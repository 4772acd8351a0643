/** Posting to servers outside: where it may go, whom it trusts, how long it waits, what an answer means. Nothing here knows what is
 * posted. */
@NullMarked
package org.ecgnet.hub.paging.channel.http;

import org.jspecify.annotations.NullMarked;
