package org.ecgnet.edge.serial;

import java.util.List;
import org.ecgnet.protocol.device.Claim;
import org.ecgnet.protocol.device.DeviceCodecs;

/** What is on a port. */
public sealed interface PortFinding {

    String port();

    /** The models that understand what is said there, the best first. */
    default List<Claim> claims() {
        return List.of();
    }

    /** Speed at which it was understood; 0 when it was not. */
    default int baud() {
        return 0;
    }

    /** In a few words for an administrator. */
    String words();

    /**
     * One model's unit.
     *
     * @param baud at which it was understood
     */
    record Recognised(String port, int baud, Claim claim) implements PortFinding {
        @Override
        public List<Claim> claims() {
            return List.of(claim);
        }

        @Override
        public String words() {
            return port + " is " + claim.model();
        }
    }

    /** More than one model understands what is said there, or another than the one that is set: a person must say which it is. */
    record Ambiguous(String port, int baud, List<Claim> claims) implements PortFinding {
        public Ambiguous {
            claims = List.copyOf(claims);
        }

        @Override
        public String words() {
            return port + " may be " + claims.stream().map(Claim::model).toList() + " (set unit.model)";
        }
    }

    /**
     * One model's unit, but what its bytes do not tell is not set, or does not fit it.
     *
     * @param settings that nobody wrote; empty when they do not fit
     */
    record NotSet(String port, int baud, String model, List<String> settings) implements PortFinding {
        public NotSet {
            settings = List.copyOf(settings);
        }

        /** The settings to look at, as they are named in the file. */
        public List<String> lookAt() {
            return (settings.isEmpty() ? DeviceCodecs.mustBeSet(model) : settings)
                    .stream().map("unit."::concat).toList();
        }

        @Override
        public String words() {
            return port + " is " + model + " (set " + String.join(", ", lookAt()) + ")";
        }
    }

    /**
     * No model understands it.
     *
     * @param bytes heard at any speed; 0 for a silent port
     */
    record NotRecognised(String port, int bytes) implements PortFinding {
        @Override
        public String words() {
            return port + (bytes == 0 ? " is silent" : " is something else");
        }
    }

    /** It cannot be opened. */
    record Closed(String port, String why) implements PortFinding {
        @Override
        public String words() {
            return port + " does not open";
        }
    }
}
