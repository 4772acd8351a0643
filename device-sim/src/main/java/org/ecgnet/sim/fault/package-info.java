/**
 * What goes wrong between a unit and its edge: flipped bits, dropped bytes, silence, and the plug pulled out. A fault
 * plan is a value; the damage is a seeded pure transform of the byte stream.
 */
@NullMarked
package org.ecgnet.sim.fault;

import org.jspecify.annotations.NullMarked;
