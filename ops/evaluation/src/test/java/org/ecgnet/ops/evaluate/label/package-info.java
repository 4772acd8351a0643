/** Tests of the package of the same name. */
@NullMarked
package org.ecgnet.ops.evaluate.label;

import org.jspecify.annotations.NullMarked;
