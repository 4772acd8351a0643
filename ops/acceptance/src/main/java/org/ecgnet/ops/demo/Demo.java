package org.ecgnet.ops.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ecgnet.ops.county.HubPlan;
import org.ecgnet.ops.county.Played;
import org.ecgnet.ops.program.ProgramException;
import org.ecgnet.ops.program.Programs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ops/demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        description = "Shows an ECG travel from a serial port to a page on a doctor's phone, on this machine alone.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything arrived as it should", "1:something did not, the reason is printed", "2:usage"})
public final class Demo implements Callable<Integer> {

    @Option(
            names = "--once",
            description =
                    "Play once without a person: wait for the page, read it back, check every stored sample, print"
                            + " one JSON line and end.")
    private boolean once;

    @Option(
            names = "--record",
            paramLabel = "FILE.hea",
            description = "Play this real WFDB recording in place of the simulated hearts.")
    private Optional<Path> record = Optional.empty();

    @Option(
            names = "--unit",
            paramLabel = "MODEL",
            defaultValue = "reference",
            description = "Language of the units: reference or usb-box-12 (default: ${DEFAULT-VALUE}).")
    private String unit = "reference";

    @Option(
            names = "--external",
            description = "Use a broker and a database of yours: --broker, --ca and --database name them.")
    private boolean external;

    @Option(names = "--broker", paramLabel = "URL", description = "With --external: such as ssl://127.0.0.1:8883.")
    private Optional<String> broker = Optional.empty();

    @Option(
            names = "--ca",
            paramLabel = "DIR",
            description = "With --external: the county CA that the broker trusts, made by ecg-hub ca init.")
    private Optional<Path> authority = Optional.empty();

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "With --external: such as jdbc:postgresql://127.0.0.1/ecg?user=ecg&password=...")
    private Optional<String> database = Optional.empty();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder of settings, stores and logs, made anew (default: ops/acceptance/target/demo).")
    private Optional<Path> folder = Optional.empty();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Demo()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Timeline timeline = new Timeline(
                once ? new PrintStream(System.err, true, StandardCharsets.UTF_8) : console, Clock.systemUTC());
        if (external && (broker.isEmpty() || authority.isEmpty() || database.isEmpty())) {
            timeline.note("--external needs --broker URL, --ca DIR and --database URL");
            return CommandLine.ExitCode.USAGE;
        }
        Programs programs = Programs.built();
        Path place = folder.orElse(programs.root().resolve("ops/acceptance/target/demo"));
        DemoFolder.makeAnew(place);
        try (DemoCounty county = DemoCounty.start(
                place, programs, plan(), new DemoCounty.Play(played(), unit, record.map(RealRecord::open)), timeline)) {
            if (once) {
                return once(county, console);
            }
            // Told to stop, the demo takes its programs with it.
            Runtime.getRuntime().addShutdownHook(new Thread(county::close, "demo-end"));
            county.show();
            return CommandLine.ExitCode.OK;
        } catch (ProgramException e) {
            timeline.note("demo: " + e.getMessage());
            if (once) {
                console.println(failed(String.valueOf(e.getMessage())));
            }
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static int once(DemoCounty county, PrintStream console) {
        DemoResult result = county.playOnce();
        console.println(result.json());
        return result.problems().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static ObjectNode failed(String reason) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ok", false).putArray("problems").add(reason);
        return json;
    }

    private HubPlan.Parts plan() {
        return external
                ? new HubPlan.Parts(authority.map(Path::toAbsolutePath), broker, database)
                : HubPlan.Parts.EMBEDDED;
    }

    private List<Played> played() {
        if (record.isEmpty()) {
            return List.of(
                    Played.heart("normal", "张三", "MALE", 45, false),
                    Played.heart("af", "李四", "FEMALE", 72, false),
                    Played.heart("anterior-stemi", "王五", "MALE", 58, true));
        }
        return List.of(RealRecord.open(record.get()).played());
    }
}
