package org.ecgnet.protocol.device.reference;

import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceModel;
import org.ecgnet.protocol.device.UnitProfile;

/** Units of the reference protocol, model {@code reference}. The unit announces all that it needs. */
public final class ReferenceModel implements DeviceModel {

    public static final String NAME = "reference";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DeviceCodec codec(UnitProfile profile) {
        return new ReferenceCodec();
    }

    @Override
    public int usualBaud() {
        return 921_600;
    }
}
