package org.ecgnet.ops.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecgnet.ops.county.County;
import org.ecgnet.ops.county.HubPlan;

/** With the hub's own broker and database; the broker lives in the hub's process and dies with it. */
class EmbeddedLineIT extends KilledLineContract {

    @Override
    HubPlan.Parts beside(Path folder) {
        return HubPlan.Parts.EMBEDDED;
    }

    @Override
    void killBroker(County of) {
        of.hub().kill();
        of.startHub();
    }

    /** Nobody starts it again: the hub must see to that itself. */
    @Override
    void killDatabase(County of) throws IOException {
        Path pidFile = of.folder().resolve("hub/postgres/data/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}
