package org.ecgnet.hub;

import java.nio.file.Path;
import org.ecgnet.hub.store.jdbc.DatabaseAddress;

/** Settings of a hub in a test: free ports, a folder of its own, a database that is there. */
final class TestSettings {

    private TestSettings() {}

    static String of(Path folder, DatabaseAddress address) {
        return """
                hub.data-dir = "%s"
                broker.port = 0
                console.port = 0
                database { kind = external, url = "%s", user = "%s", password = "%s", connect-within = 1s }
                """
                .formatted(folder, address.url(), address.user(), address.password());
    }
}
