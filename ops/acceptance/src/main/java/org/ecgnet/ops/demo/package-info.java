/**
 * {@code ./ops/demo}: the county in a minute, for a newcomer to watch or, with {@code --once}, for a script to check.
 */
@NullMarked
package org.ecgnet.ops.demo;

import org.jspecify.annotations.NullMarked;
