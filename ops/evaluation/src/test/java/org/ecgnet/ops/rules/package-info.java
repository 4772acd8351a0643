/** Tests of the package of the same name. */
@NullMarked
package org.ecgnet.ops.rules;

import org.jspecify.annotations.NullMarked;
