/**
 * Routes of the register of critical values: masked lists, the opened line, what is written by hand, the files. Written
 * in {@code hub.register}; nothing is decided here.
 */
@NullMarked
package org.ecgnet.hub.console.register;

import org.jspecify.annotations.NullMarked;
