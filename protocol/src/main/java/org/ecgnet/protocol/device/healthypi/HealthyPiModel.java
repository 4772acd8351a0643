package org.ecgnet.protocol.device.healthypi;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceModel;
import org.ecgnet.protocol.device.UnitProfile;
import org.ecgnet.protocol.device.UnitWiring;

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

    @Override
    public List<UnitProfile> trials() {
        return Stream.of(List.of("II"))
                .map(leads -> new UnitWiring(UnitWiring.channels(leads), OptionalDouble.of(12), OptionalDouble.empty()))
                .map(wiring -> new UnitProfile(NAME, usualBaud(), new SampleRate(125), 1, wiring))
                .toList();
    }

    @Override
    public List<String> mustBeSet() {
        return List.of("leads", "gain");
    }
}
