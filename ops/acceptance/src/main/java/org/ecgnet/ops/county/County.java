package org.ecgnet.ops.county;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.hub.ca.KeyFile;
import org.ecgnet.ops.program.Finished;
import org.ecgnet.ops.program.Program;
import org.ecgnet.ops.program.ProgramException;
import org.ecgnet.ops.program.Programs;

/**
 * A hub and its clinics in one folder, each a process. Not safe for use by many threads.
 *
 * <p>The hub's and the clinics' processes may be killed and started again one by one; their folders stay.
 */
public final class County implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);

    private final Path folder;
    private final Programs programs;
    private final Path authorityFolder;
    private final CountyAuthority authority;
    private final String mqttHost;
    private final int mqttPort;
    private final Map<String, Clinic> clinics = new LinkedHashMap<>();
    private Optional<Program> hub = Optional.empty();

    private County(Path folder, Programs programs, Path authorityFolder, CountyAuthority authority, URI broker) {
        this.mqttHost = broker.getHost();
        this.mqttPort = broker.getPort();
        this.folder = folder;
        this.programs = programs;
        this.authorityFolder = authorityFolder;
        this.authority = authority;
    }

    /** Makes the folder, the county CA unless one is given, and the hub's settings. */
    public static County prepare(Path folder, Programs programs, HubPlan plan) {
        try {
            Files.createDirectories(folder);
            Path ca = plan.parts().authority().orElse(folder.resolve("ca"));
            CountyAuthority authority = CountyAuthority.exists(ca)
                    ? CountyAuthority.open(ca)
                    : CountyAuthority.init(ca, List.of("localhost", "127.0.0.1"), Instant.now());
            URI broker = URI.create(plan.parts().brokerUrl().orElseGet(() -> "ssl://localhost:" + FreePort.choose()));
            Files.writeString(folder.resolve("ecg-hub.conf"), plan.settings(folder, ca, broker.getPort()));
            return new County(folder, programs, ca, authority, broker);
        } catch (IOException e) {
            throw new ProgramException("cannot prepare the county in " + folder, e);
        }
    }

    /** Starts the hub, also after it was killed; {@link #console()} waits until it is ready. */
    public Program startHub() {
        Program started = programs.start(
                "hub",
                "ecg-hub",
                folder.resolve("hub.log"),
                List.of("-Xmx512m"),
                "run",
                "--config",
                settings().toString());
        hub = Optional.of(started);
        return started;
    }

    public Program hub() {
        return hub.orElseThrow(() -> new IllegalStateException("the hub was not started"));
    }

    /** Where the console is. */
    public URI console() {
        return URI.create(hub().await("ready", STARTS_WITHIN).path("console").asText());
    }

    /** Adds a clinic with its certificate and settings; starts nothing yet. */
    public Clinic addClinic(String site, Played played, String unitModel) {
        try {
            Path clinicFolder = Files.createDirectories(folder.resolve(site));
            authority.issue(new SiteCode(site), clinicFolder.resolve("site.p12"), Instant.now());
            Clinic clinic = new Clinic(site, clinicFolder, programs, played, unitModel);
            clinic.prepare(mqttHost, mqttPort);
            clinics.put(site, clinic);
            return clinic;
        } catch (IOException e) {
            throw new ProgramException("cannot make the folder of " + site, e);
        }
    }

    public List<Clinic> clinics() {
        return List.copyOf(clinics.values());
    }

    /** Names and passwords of the demo cardiologist and the demo dispatcher, in turn, as the hub wrote them at its start. */
    public List<String> accounts() {
        try {
            return Files.readAllLines(HubPlan.accountFile(folder));
        } catch (IOException e) {
            throw new ProgramException("the hub wrote no demo account", e);
        }
    }

    /** Logs in at the console as the demo cardiologist. */
    public ConsoleSession login() {
        List<String> accounts = accounts();
        return login(accounts.get(0), accounts.get(1));
    }

    /** Logs in at the console. */
    public ConsoleSession login(String name, String password) {
        KeyFile trust = new KeyFile(authorityFolder.resolve("hub-server.p12"));
        return ConsoleSession.login(console(), trust.path(), trust.password(), name, password);
    }

    /**
     * What an operator does on the hub's machine, such as {@code account add}, with the hub's own settings.
     *
     * @param typed what the operator types
     */
    public Finished operator(String typed, String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of("--config", settings().toString()));
        return programs.run("ecg-hub", typed, line.toArray(String[]::new));
    }

    private Path settings() {
        return folder.resolve("ecg-hub.conf");
    }

    public Path folder() {
        return folder;
    }

    /** Ends everything, clinics first. */
    @Override
    public void close() {
        List<RuntimeException> failures = new ArrayList<>();
        List<Runnable> endings = new ArrayList<>();
        clinics.values().forEach(clinic -> endings.add(clinic::close));
        hub.ifPresent(program -> endings.add(program::close));
        for (Runnable ending : endings) {
            try {
                ending.run();
            } catch (RuntimeException e) { // the others must still be ended
                failures.add(new ProgramException("a program did not end", e));
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
