package org.ecgnet.protocol.device;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import org.ecgnet.ecg.SampleRate;

/** Profiles and bytes for tests of amplifiers that know nothing of leads. */
public final class BareAmplifiers {

    private BareAmplifiers() {}

    /** @param gain 0 for one that is not set; so with the reference */
    public static UnitProfile profile(String model, int hertz, double gain, double referenceVolts, String... leads) {
        UnitWiring wiring = new UnitWiring(
                UnitWiring.channels(List.of(leads)),
                gain == 0 ? OptionalDouble.empty() : OptionalDouble.of(gain),
                referenceVolts == 0 ? OptionalDouble.empty() : OptionalDouble.of(referenceVolts));
        return new UnitProfile(model, 115_200, new SampleRate(hertz), 1, wiring);
    }

    public static List<DeviceEvent> read(DeviceCodec codec, String hex) {
        return codec.read(ByteBuffer.wrap(bytes(hex)));
    }

    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
}
