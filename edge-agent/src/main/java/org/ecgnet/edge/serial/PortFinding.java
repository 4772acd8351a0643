package org.ecgnet.edge.serial;

import java.util.List;
import org.ecgnet.protocol.device.Claim;

/** What is on a port. */
public sealed interface PortFinding {

    String port();

    /**
     * One model's unit.
     *
     * @param baud at which it was understood
     */
    record Recognised(String port, int baud, Claim claim) implements PortFinding {}

    /** More than one model understands what is said there: a person must say which it is. */
    record Ambiguous(String port, int baud, List<Claim> claims) implements PortFinding {
        public Ambiguous {
            claims = List.copyOf(claims);
        }
    }

    /**
     * No model understands it.
     *
     * @param bytes heard at any speed; 0 for a silent port
     */
    record NotRecognised(String port, int bytes) implements PortFinding {}

    /** It cannot be opened. */
    record Closed(String port, String why) implements PortFinding {}
}
