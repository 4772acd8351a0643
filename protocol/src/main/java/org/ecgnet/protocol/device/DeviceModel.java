package org.ecgnet.protocol.device;

/**
 * A model of unit that this program can talk to; the providers are listed in {@code
 * META-INF/services/org.ecgnet.protocol.device.DeviceModel}, one line a model.
 */
public interface DeviceModel {

    /** The name in settings, such as {@code reference}: a-z, 0-9 and hyphens. */
    String name();

    /** A codec for one line. */
    DeviceCodec codec(UnitProfile profile);
}
