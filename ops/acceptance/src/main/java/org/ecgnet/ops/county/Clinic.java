package org.ecgnet.ops.county;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ops.program.Program;
import org.ecgnet.ops.program.ProgramException;
import org.ecgnet.ops.program.Programs;

/**
 * One clinic: a simulated unit on a virtual serial port and an edge agent that reads it, each a process of its own with
 * its folder of settings, store and logs.
 */
public final class Clinic implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(1);

    private final String site;
    private final Path folder;
    private final Programs programs;
    private final Played played;
    private final String unitModel;
    private Optional<Program> unit = Optional.empty();
    private Optional<Program> agent = Optional.empty();

    /** @param unitModel the language of the unit, such as {@code reference} */
    Clinic(String site, Path folder, Programs programs, Played played, String unitModel) {
        this.site = site;
        this.folder = folder;
        this.programs = programs;
        this.played = played;
        this.unitModel = unitModel;
    }

    /** Writes the settings; the certificate {@code site.p12} and its password file are in the folder already. */
    void prepare(String mqttHost, int mqttPort) {
        String key = folder.resolve("site.p12").toString();
        write(
                "edge-agent.conf",
                """
                site = "%s"
                operator = "demo"
                unit { id = "ecg-1", model = "%s", port = "%s" }
                store { dir = "%s" }
                hub {
                  host = "%s"
                  port = %d
                  keystore = "%s"
                  keystore-password-file = "%s"
                  truststore = "%s"
                  truststore-password-file = "%s"
                }
                page { port = 0 }
                """
                        .formatted(
                                site,
                                unitModel,
                                serialPort(),
                                folder.resolve("store"),
                                mqttHost,
                                mqttPort,
                                key,
                                key + ".password",
                                key,
                                key + ".password"));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new ProgramException("cannot write " + folder.resolve(name), e);
        }
    }

    /** Plugs the simulated unit in. */
    public void startUnit() {
        List<String> arguments = new ArrayList<>(List.of("play"));
        arguments.addAll(played.simulatorArguments());
        arguments.addAll(List.of("--protocol", unitModel, "--link", serialPort().toString()));
        arguments.addAll(List.of("--truth", truth().toString()));
        unit = Optional.of(programs.start(
                site + "-unit",
                "device-sim",
                folder.resolve("unit.log"),
                List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"),
                arguments.toArray(String[]::new)));
    }

    /** Starts the edge agent; also after it was killed. */
    public void startAgent() {
        agent = Optional.of(programs.start(
                site + "-agent",
                "edge-agent",
                folder.resolve("agent.log"),
                List.of("-Xmx128m"),
                "run",
                "--config",
                settings().toString()));
    }

    /** Waits until unit and agent say that they are ready. */
    public void awaitReady() {
        unit().await("ready", STARTS_WITHIN);
        agent().await("ready", STARTS_WITHIN);
    }

    /** The clinic's page, as the agent now running serves it. */
    public ClinicPage page() {
        JsonNode ready = agent().await("ready", STARTS_WITHIN);
        return new ClinicPage(URI.create(ready.path("page").asText()));
    }

    public Program agent() {
        return agent.orElseThrow(() -> new IllegalStateException(site + "'s agent was not started"));
    }

    public Program unit() {
        return unit.orElseThrow(() -> new IllegalStateException(site + "'s unit was not started"));
    }

    public String site() {
        return site;
    }

    public Played played() {
        return played;
    }

    /** The samples that the unit sent since its last start: little-endian int32, sample after sample. */
    public Path truth() {
        return folder.resolve("truth.bin");
    }

    /** The agent's settings. */
    public Path settings() {
        return folder.resolve("edge-agent.conf");
    }

    private Path serialPort() {
        return folder.resolve("serial");
    }

    @Override
    public void close() {
        agent.ifPresent(Program::close);
        unit.ifPresent(Program::close);
    }
}
