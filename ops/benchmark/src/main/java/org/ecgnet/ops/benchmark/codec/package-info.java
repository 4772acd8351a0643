/** The waveform codec measured on real recordings, beside general tools, and on adversarial inputs. */
@NullMarked
package org.ecgnet.ops.benchmark.codec;

import org.jspecify.annotations.NullMarked;
