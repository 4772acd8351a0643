/**
 * A receiver of the hub's webhooks for the demo and the acceptance tests, written apart from the hub: it checks
 * signatures by its own code, so that the two agree by the published standard and not by a shared mistake.
 */
@NullMarked
package org.ecgnet.ops.receiver;

import org.jspecify.annotations.NullMarked;
