/**
 * What just happened in this hub, told to whoever listens in this process after the database commit.
 *
 * <p>A hint to look, never the only record: everything an event says is in the database already, and a listener that
 * missed one finds it there.
 */
@NullMarked
package org.ecgnet.hub.event;

import org.jspecify.annotations.NullMarked;
