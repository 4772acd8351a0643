/** Tests of the package of the same name. */
@NullMarked
package org.ecgnet.ops.evaluate;

import org.jspecify.annotations.NullMarked;
