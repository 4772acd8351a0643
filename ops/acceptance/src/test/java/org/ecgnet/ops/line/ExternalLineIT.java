package org.ecgnet.ops.line;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ecgnet.ops.county.County;
import org.ecgnet.ops.county.FreePort;
import org.ecgnet.ops.county.HubPlan;
import org.ecgnet.ops.program.Programs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** With a real Mosquitto and Debian's PostgreSQL in place of the embedded ones. */
class ExternalLineIT extends KilledLineContract {

    private Optional<ExternalServers> servers = Optional.empty();

    @BeforeAll
    static void theServersAreInstalled() {
        Optional<String> missing = ExternalServers.missing();
        assumeTrue(missing.isEmpty(), missing::orElseThrow);
    }

    @Override
    HubPlan.Parts beside(Path folder) throws IOException {
        var started = new ExternalServers(folder, Programs.built().root(), FreePort.choose(), FreePort.choose());
        servers = Optional.of(started);
        started.start();
        return started.parts();
    }

    @Override
    void killBroker(County of) throws IOException {
        servers.orElseThrow().killBroker();
        servers.orElseThrow().startBroker();
    }

    @Override
    void killDatabase(County of) throws IOException {
        servers.orElseThrow().killDatabase();
        servers.orElseThrow().startDatabase();
    }

    @AfterEach
    void stopServers() throws IOException {
        if (servers.isPresent()) {
            servers.get().close();
        }
    }
}
