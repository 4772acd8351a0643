package org.ecgnet.edge;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ecgnet.edge.doctor.Diagnosis;
import org.ecgnet.edge.doctor.Doctor;
import org.ecgnet.edge.doctor.Installation;
import org.ecgnet.settings.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code edge-agent doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = EdgeAgent.Version.class,
        description = "Looks at settings, unit, disk, store, clock, certificate and hub, and says what to do about each"
                + " fault. Nothing of patients is in the answer. It may be run while the agent runs.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well, or will not be for ever", "1:something needs mending", "2:usage"})
final class DoctorCommand implements Callable<Integer> {

    private final Clock clock = Clock.systemUTC();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Settings, HOCON.")
    private Path config = Path.of("");

    @Option(names = "--json", description = "One JSON object instead of lines.")
    private boolean json;

    @Override
    public Integer call() {
        List<Diagnosis> found = examine();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(found));
        } else {
            found.forEach(one -> print(out, one));
        }
        return found.stream().anyMatch(one -> one.state() == Diagnosis.State.FAIL) ? 1 : 0;
    }

    private List<Diagnosis> examine() {
        EdgeSettings settings;
        try {
            settings = EdgeSettings.of(config);
        } catch (SettingsException e) {
            return List.of(Diagnosis.fail(
                    Diagnosis.Subject.SETTINGS,
                    String.valueOf(e.getMessage()),
                    "mend it in " + config + "; 'edge-agent config' prints what is set"));
        }
        return Doctor.examine(
                new Installation(
                        settings.site(),
                        settings.link(),
                        settings.capture(),
                        settings.store(),
                        settings.hub(),
                        settings.pagePort()),
                clock.instant());
    }

    private static void print(PrintWriter out, Diagnosis one) {
        out.printf("%-4s  %-11s  %s%n", one.state(), one.subject(), one.found());
        if (!one.fix().isEmpty()) {
            out.println("                   -> " + one.fix());
        }
    }

    private static String json(List<Diagnosis> found) {
        List<Map<String, String>> list = found.stream()
                .map(one -> Map.of(
                        "state", one.state().name(),
                        "subject", one.subject().name(),
                        "found", one.found(),
                        "fix", one.fix()))
                .toList();
        return ConfigValueFactory.fromMap(Map.of("findings", list)).render(ConfigRenderOptions.concise());
    }
}
