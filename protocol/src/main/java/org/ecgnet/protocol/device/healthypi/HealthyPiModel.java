package org.ecgnet.protocol.device.healthypi;

import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceModel;
import org.ecgnet.protocol.device.UnitProfile;

/** A HealthyPi v4. */
public final class HealthyPiModel implements DeviceModel {

    public static final String NAME = "healthypi-v4";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DeviceCodec codec(UnitProfile profile) {
        return new HealthyPiCodec(profile.wiring());
    }
}
