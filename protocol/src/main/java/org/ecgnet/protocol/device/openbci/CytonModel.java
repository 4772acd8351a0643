package org.ecgnet.protocol.device.openbci;

import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceModel;
import org.ecgnet.protocol.device.UnitProfile;

/** An OpenBCI Cyton, with or without a Daisy. */
public final class CytonModel implements DeviceModel {

    public static final String NAME = "openbci-cyton";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DeviceCodec codec(UnitProfile profile) {
        return new CytonCodec(profile.wiring());
    }
}
