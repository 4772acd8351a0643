package org.ecgnet.protocol.device.bitalino;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceModel;
import org.ecgnet.protocol.device.UnitProfile;
import org.ecgnet.protocol.device.UnitWiring;

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

    @Override
    public List<UnitProfile> trials() {
        return Stream.of(
                        List.of("I"),
                        List.of("I", "II"),
                        List.of("I", "II", "V1"),
                        List.of("I", "II", "V1", "V2"),
                        List.of("I", "II", "V1", "V2", "V3", "V4"))
                .map(leads ->
                        new UnitWiring(UnitWiring.channels(leads), OptionalDouble.empty(), OptionalDouble.empty()))
                .map(wiring -> new UnitProfile(NAME, usualBaud(), new SampleRate(1000), 1, wiring))
                .toList();
    }

    @Override
    public List<String> mustBeSet() {
        return List.of("leads", "rate");
    }
}
