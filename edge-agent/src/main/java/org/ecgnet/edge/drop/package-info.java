/**
 * The watched folder: files that carts and other systems put there become exams, like recordings of the clinic's own
 * unit. {@link org.ecgnet.edge.drop.DropFolder} waits until a file is whole, reads it through
 * {@link org.ecgnet.format.cart.CartFiles}, hands it to a {@link org.ecgnet.edge.drop.DropSink}, and only then moves it:
 * to {@code done}, or, with a text that says what is wrong and what to do, to {@code refused}.
 *
 * <p>An exam's number is made from the file's bytes, so that the same file, met again after a power cut or copied in
 * twice, is the same exam. Nothing is deleted here, and nothing of a patient is logged.
 */
@NullMarked
package org.ecgnet.edge.drop;

import org.jspecify.annotations.NullMarked;
