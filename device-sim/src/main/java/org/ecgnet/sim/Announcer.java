package org.ecgnet.sim;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.ecgnet.sim.truth.TruthRecorder;

/** Prints what happens to one unit. Safe for use by many threads. */
final class Announcer implements TruthRecorder.Listener {

    private final PrintWriter out;
    private final Optional<String> unit;

    /** @param unit named in every line when there are several */
    Announcer(PrintWriter out, Optional<String> unit) {
        this.out = out;
        this.unit = unit;
    }

    void ready(Path port) {
        print(JsonLine.event("ready").with("port", port.toString()));
    }

    @Override
    public void started() {
        print(JsonLine.event("started"));
    }

    @Override
    public void stopped(long samples, String sha256) {
        print(JsonLine.event("stopped").with("samples", samples).with("sha256", sha256));
    }

    private void print(JsonLine line) {
        JsonLine named = unit.map(name -> line.with("unit", name)).orElse(line);
        synchronized (out) {
            out.println(named);
            out.flush();
        }
    }
}
