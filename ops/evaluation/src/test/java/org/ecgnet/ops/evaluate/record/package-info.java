/** Tests of the package of the same name. */
@NullMarked
package org.ecgnet.ops.evaluate.record;

import org.jspecify.annotations.NullMarked;
