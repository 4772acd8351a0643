package org.ecgnet.protocol.device.openbci;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceModel;
import org.ecgnet.protocol.device.UnitProfile;
import org.ecgnet.protocol.device.UnitWiring;

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

    @Override
    public List<UnitProfile> trials() {
        return Stream.of(List.of("I"))
                .map(leads -> new UnitWiring(UnitWiring.channels(leads), OptionalDouble.of(24), OptionalDouble.empty()))
                .map(wiring -> new UnitProfile(NAME, usualBaud(), new SampleRate(250), 1, wiring))
                .toList();
    }

    @Override
    public List<String> mustBeSet() {
        return List.of("leads", "gain");
    }
}
