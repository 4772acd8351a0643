/** Tests of the package of the same name. */
@NullMarked
package org.ecgnet.ops.evaluate.score;

import org.jspecify.annotations.NullMarked;
