/**
 * What an ECG unit's bytes mean: the {@link org.ecgnet.protocol.device.DeviceCodec} SPI, with one package a model.
 *
 * <p>Decoders are stateless over a buffer, resynchronise after garbage, name the reason of every byte they drop, and
 * never throw on any bytes. Serial ports, threads and clocks are the edge agent's.
 */
@NullMarked
package org.ecgnet.protocol.device;

import org.jspecify.annotations.NullMarked;
