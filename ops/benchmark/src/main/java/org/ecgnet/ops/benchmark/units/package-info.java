/** Every decoder of units and every reader of carts' files, on hostile input. */
@org.jspecify.annotations.NullMarked
package org.ecgnet.ops.benchmark.units;
