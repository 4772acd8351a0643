/**
 * What people do about critical cases over HTTP: each step is one POST that the desk of {@code hub.critical} answers or
 * refuses.
 */
@NullMarked
package org.ecgnet.hub.console.cases;

import org.jspecify.annotations.NullMarked;
