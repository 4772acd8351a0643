/**
 * Virtual serial ports: pseudo-terminals of the Linux kernel, and the loop that moves bytes between them and simulated
 * units. The only package that calls the C library and parks a thread.
 */
@NullMarked
package org.ecgnet.sim.serial;

import org.jspecify.annotations.NullMarked;
