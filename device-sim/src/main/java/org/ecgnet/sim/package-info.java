/**
 * The program {@code device-sim}: its command line, its settings and what it prints. Hearts, units, lines and faults
 * are in the packages below, which know nothing of this one.
 */
@NullMarked
package org.ecgnet.sim;

import org.jspecify.annotations.NullMarked;
