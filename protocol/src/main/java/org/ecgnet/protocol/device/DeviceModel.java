package org.ecgnet.protocol.device;

import java.util.List;
import org.ecgnet.ecg.SampleRate;

/**
 * A model of unit that this program can talk to; the providers are listed in {@code
 * META-INF/services/org.ecgnet.protocol.device.DeviceModel}, one line a model.
 */
public interface DeviceModel {

    /** The name in settings, such as {@code reference}: a-z, 0-9 and hyphens. */
    String name();

    /** A codec for one line. */
    DeviceCodec codec(UnitProfile profile);

    /** Speed at which such units usually talk, in bits a second. */
    default int usualBaud() {
        return 115_200;
    }

    /**
     * Profiles under which a line is listened to when somebody looks for such a unit. Good enough to know its frames; what
     * its samples mean may be another matter.
     */
    default List<UnitProfile> trials() {
        return List.of(new UnitProfile(name(), usualBaud(), new SampleRate(500), 1));
    }

    /** The settings below {@code unit} that the unit's bytes do not tell. */
    default List<String> mustBeSet() {
        return List.of();
    }
}
