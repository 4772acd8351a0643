/**
 * Recordings in the files of carts and other systems: what every such file holds, whatever its format, and the one door
 * through which bytes of any format become a recording or a refusal.
 *
 * <p>Formats are providers of {@link org.ecgnet.format.cart.CartFormat}, one package each. They are liberal in what
 * their standard allows and strict in units: a file whose amplitudes, leads or sampling rate are not stated is refused,
 * never guessed. No bytes make anything here throw past {@link org.ecgnet.format.cart.CartFiles}.
 */
@NullMarked
package org.ecgnet.format.cart;

import org.jspecify.annotations.NullMarked;
