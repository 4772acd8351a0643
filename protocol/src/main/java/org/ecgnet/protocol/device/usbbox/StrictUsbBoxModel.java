package org.ecgnet.protocol.device.usbbox;

import java.util.List;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceModel;
import org.ecgnet.protocol.device.UnitProfile;

/** A box that is known to send the checksum. */
public final class StrictUsbBoxModel implements DeviceModel {

    public static final String NAME = "usb-box-12-strict";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DeviceCodec codec(UnitProfile profile) {
        return new UsbBoxCodec(NAME, BoxChecksum.SUM, profile);
    }

    @Override
    public List<String> mustBeSet() {
        return List.of("rate", "microvolts-per-count");
    }
}
