/** Tests of the package of the same name. */
@NullMarked
package org.ecgnet.ops.evaluate.result;

import org.jspecify.annotations.NullMarked;
