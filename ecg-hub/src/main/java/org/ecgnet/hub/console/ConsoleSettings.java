package org.ecgnet.hub.console;

import java.nio.file.Path;
import java.time.Duration;
import org.ecgnet.hub.identity.SessionPolicy;
import org.ecgnet.settings.StrictSettings;

/**
 * Where and how the console is served.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param keyStore PKCS #12 with the certificate and key of this host, issued by the county's CA
 * @param session how long a login lasts
 * @param worklistSpan how far back the worklist looks; a critical case that nobody has read back stays in any case
 */
public record ConsoleSettings(
        String host, int port, Path keyStore, String keyStorePassword, SessionPolicy session, Duration worklistSpan) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** Reads the group {@code console} of the hub's settings. */
    public static ConsoleSettings from(StrictSettings console) {
        return new ConsoleSettings(
                console.text("host"),
                console.whole("port", 0, 65_535),
                Path.of(console.text("key-store")),
                console.text("key-store-password"),
                new SessionPolicy(
                        console.duration("session-idle", MINUTE, DAY),
                        console.duration("session-longest", MINUTE, DAY)),
                console.duration("worklist-span", MINUTE, Duration.ofDays(31)));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ConsoleSettings[" + host + ":" + port + ", " + keyStore + "]";
    }
}
