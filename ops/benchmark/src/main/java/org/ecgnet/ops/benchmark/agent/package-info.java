/** What a clinic's old computer must have: how soon the agent is ready, and the memory that it and its launcher take. */
@NullMarked
package org.ecgnet.ops.benchmark.agent;

import org.jspecify.annotations.NullMarked;
