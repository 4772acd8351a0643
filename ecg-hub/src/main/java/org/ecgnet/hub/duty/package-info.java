/**
 * Who reads at the centre, and whose console can be heard: the dead-man's switch of paging.
 *
 * <p>The hub asks every open console every second or two, over the stream by which reds come, and a console in a started
 * shift answers whether it can sound. An answer therefore proves the whole way from the hub to the loudspeaker's driver,
 * and no timer of a browser is trusted. Only the hub's clock counts. What follows from silence is decided in
 * {@code paging}.
 */
@NullMarked
package org.ecgnet.hub.duty;

import org.jspecify.annotations.NullMarked;
