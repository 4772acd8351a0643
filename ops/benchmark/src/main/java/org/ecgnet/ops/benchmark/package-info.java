/**
 * JMH benchmarks of what must be quick: a reading, the QRS search in it, and a second of the live watch.
 *
 * <p>Run by {@code ./ops/bench}; results with date, command and machine stand in {@code ops/benchmark/README.md}. No product and
 * no test depends on this module.
 */
@NullMarked
package org.ecgnet.ops.benchmark;

import org.jspecify.annotations.NullMarked;
