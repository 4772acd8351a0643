package org.ecgnet.protocol.device.bitalino;

import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceModel;
import org.ecgnet.protocol.device.UnitProfile;

/** A BITalino (r)evolution. */
public final class BitalinoModel implements DeviceModel {

    public static final String NAME = "bitalino";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DeviceCodec codec(UnitProfile profile) {
        return new BitalinoCodec(profile.rate(), profile.wiring());
    }
}
