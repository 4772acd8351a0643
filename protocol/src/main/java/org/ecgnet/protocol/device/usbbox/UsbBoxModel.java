package org.ecgnet.protocol.device.usbbox;

import java.util.List;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceModel;
import org.ecgnet.protocol.device.UnitProfile;

/** The box as most firmware speaks: a checksum of 0 means that it is not filled in. */
public final class UsbBoxModel implements DeviceModel {

    public static final String NAME = "usb-box-12";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DeviceCodec codec(UnitProfile profile) {
        return new UsbBoxCodec(NAME, BoxChecksum.SUM_OR_ZERO, profile);
    }

    @Override
    public List<String> mustBeSet() {
        return List.of("rate", "microvolts-per-count");
    }
}
