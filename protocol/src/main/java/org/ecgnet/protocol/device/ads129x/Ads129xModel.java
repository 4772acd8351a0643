package org.ecgnet.protocol.device.ads129x;

import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceModel;
import org.ecgnet.protocol.device.UnitProfile;

/** An ADS129x whose words come as they are. */
public final class Ads129xModel implements DeviceModel {

    public static final String NAME = "ads129x-raw";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DeviceCodec codec(UnitProfile profile) {
        return new Ads129xCodec(profile.rate(), profile.wiring());
    }
}
