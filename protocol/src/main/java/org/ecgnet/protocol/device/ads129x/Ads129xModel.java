package org.ecgnet.protocol.device.ads129x;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceModel;
import org.ecgnet.protocol.device.UnitProfile;
import org.ecgnet.protocol.device.UnitWiring;

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

    @Override
    public List<UnitProfile> trials() {
        return Stream.of(
                        List.of("I", "-"),
                        List.of("I", "-", "-", "-"),
                        List.of("I", "-", "-", "-", "-", "-"),
                        List.of("I", "-", "-", "-", "-", "-", "-", "-"))
                .map(leads -> new UnitWiring(UnitWiring.channels(leads), OptionalDouble.of(6), OptionalDouble.of(2.4)))
                .map(wiring -> new UnitProfile(NAME, usualBaud(), new SampleRate(500), 1, wiring))
                .toList();
    }

    @Override
    public List<String> mustBeSet() {
        return List.of("leads", "gain", "reference-volts", "rate");
    }
}
