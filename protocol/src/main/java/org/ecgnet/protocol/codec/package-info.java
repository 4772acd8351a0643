/**
 * The lossless waveform codec: raw counts to bytes and back, bit-exact.
 *
 * <p>The first byte names the form; every form ever written stays readable. Decoders take hostile bytes: bounded
 * memory and time, and a refusal instead of an exception.
 */
@NullMarked
package org.ecgnet.protocol.codec;

import org.jspecify.annotations.NullMarked;
