package org.ecgnet.hub.console;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.hub.identity.SessionPolicy;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;

/**
 * Where and how the console is served.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param session how long a login lasts
 * @param demoAccountFile where the demo's accounts and passwords are written; empty outside a demo
 */
public record ConsoleSettings(String host, int port, SessionPolicy session, Optional<Path> demoAccountFile) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    /**
     * Reads the group {@code console} of the hub's settings.
     *
     * @throws SettingsException also for a demo account on an address that others can reach
     */
    public static ConsoleSettings from(StrictSettings console) {
        String host = console.text("host");
        String demo = console.text("demo-account-file");
        if (!demo.isEmpty() && !LOOPBACK.contains(host)) {
            throw new SettingsException("setting 'console.demo-account-file': a demo account needs console.host on "
                    + "loopback (127.0.0.1), not " + host);
        }
        return new ConsoleSettings(
                host,
                console.whole("port", 0, 65_535),
                new SessionPolicy(
                        console.duration("session-idle", MINUTE, DAY),
                        console.duration("session-longest", MINUTE, DAY)),
                demo.isEmpty() ? Optional.empty() : Optional.of(Path.of(demo)));
    }
}
