/**
 * The emergency dispatch centre, 120: what it is told, and what it answers.
 *
 * <p>Another thing than a page to a cardiologist: another receiver, another secret, another answer. That its server took
 * the message is a receipt; only a person there accepts. When it is told is the ladder's matter, in {@code paging};
 * sending and repeating is done by {@code paging.run}.
 */
@NullMarked
package org.ecgnet.hub.dispatch;

import org.jspecify.annotations.NullMarked;
