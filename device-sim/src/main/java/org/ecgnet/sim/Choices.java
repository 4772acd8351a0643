package org.ecgnet.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ecgnet.settings.NearestName;
import org.ecgnet.sim.SimSettings.Protocol;
import org.ecgnet.sim.heart.Scenario;

/** Names given on the command line. */
final class Choices {

    private Choices() {}

    static Scenario scenario(String name) {
        List<String> known =
                Arrays.stream(Scenario.values()).map(Scenario::slug).toList();
        return Scenario.named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "scenario: '" + name + "'" + nearest(name, known) + "; `device-sim scenarios` lists all"));
    }

    static Protocol protocol(String name) {
        for (Protocol protocol : Protocol.values()) {
            if (slug(protocol).equals(name)) {
                return protocol;
            }
        }
        List<String> known = Arrays.stream(Protocol.values()).map(Choices::slug).toList();
        throw new IllegalArgumentException("protocol: '" + name + "'" + nearest(name, known));
    }

    private static String slug(Protocol protocol) {
        return protocol.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String nearest(String name, List<String> known) {
        return NearestName.of(name, known)
                .map(near -> " (did you mean '" + near + "'?)")
                .orElse("");
    }
}
