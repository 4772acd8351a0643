package org.ecgnet.edge.serial;

import java.util.List;
import org.ecgnet.protocol.device.UnitProfile;

/** What a search came to. */
public sealed interface Sighting {

    /** In words for an administrator. */
    String words();

    /** Here the unit is, or ought to be. */
    record Unit(String port, UnitProfile profile) implements Sighting {
        @Override
        public String words() {
            return profile.model() + " on " + port;
        }
    }

    /**
     * None was found.
     *
     * @param looked what is on the ports there are
     */
    record Nothing(List<PortFinding> looked) implements Sighting {
        public Nothing {
            looked = List.copyOf(looked);
        }

        @Override
        public String words() {
            return looked.isEmpty()
                    ? "no ECG unit found: this computer has no serial port"
                    : "no ECG unit found: "
                            + String.join(
                                    ", ",
                                    looked.stream().map(PortFinding::words).toList());
        }
    }
}
