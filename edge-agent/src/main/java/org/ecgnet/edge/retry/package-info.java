/**
 * How long to wait before the next attempt. Pure arithmetic that the serial line and the uplink share; the waiting
 * itself is theirs.
 */
@NullMarked
package org.ecgnet.edge.retry;

import org.jspecify.annotations.NullMarked;
