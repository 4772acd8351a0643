/**
 * A whole county on one machine: a hub, clinics with simulated units on virtual serial ports, receivers of pages and
 * dispatches. The demo plays on it; the acceptance tests pull its plugs.
 */
@NullMarked
package org.ecgnet.ops.county;

import org.jspecify.annotations.NullMarked;
