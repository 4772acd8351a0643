/**
 * Simulated units: what a unit says, when, in the language of its model. Pure: time comes in as nanoseconds, bytes come
 * in and go out, and the samples that were sent are shown to a witness. Ports, files and clocks are of other packages.
 */
@NullMarked
package org.ecgnet.sim.device;

import org.jspecify.annotations.NullMarked;
