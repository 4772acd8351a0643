/**
 * Reading XML that comes from outside: a small tree with bounds. No document type is read, no entity is resolved, no
 * address is opened; depth and size have an end. What the elements mean is the formats'.
 */
@NullMarked
package org.ecgnet.format.xml;

import org.jspecify.annotations.NullMarked;
