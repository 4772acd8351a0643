/** What a simulated unit really sent: its SHA-256, and its samples in a file, for comparison with what was stored. */
@NullMarked
package org.ecgnet.sim.truth;

import org.jspecify.annotations.NullMarked;
