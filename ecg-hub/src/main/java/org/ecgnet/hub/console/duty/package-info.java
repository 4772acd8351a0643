/**
 * The consoles' answers to the roll call: whether a red would be heard at the centre. See {@code hub.duty}.
 */
@NullMarked
package org.ecgnet.hub.console.duty;

import org.jspecify.annotations.NullMarked;
