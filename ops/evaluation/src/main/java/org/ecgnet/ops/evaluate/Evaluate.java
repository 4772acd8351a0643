package org.ecgnet.ops.evaluate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.ecgnet.ops.evaluate.record.RecordName;
import org.ecgnet.settings.NamedOrFile;
import org.ecgnet.triage.RuleProfile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./ops/evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        description =
                "Reads every WFDB record below a folder, writes one JSON line a record and prints the accuracy report."
                        + " A reading is provisional until a named physician confirms it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:at least one record was read", "1:nothing could be read", "2:usage"})
public final class Evaluate implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder with .hea files anywhere below it.")
    private Path folder = Path.of("");

    @Option(
            names = "--part",
            paramLabel = "tune|check|all",
            defaultValue = "all",
            description = "Records whose name has an even (tune) or odd (check) CRC-32, or all (default: all).")
    private String part = "all";

    @Option(
            names = "--channels",
            paramLabel = "N",
            defaultValue = "-1",
            description = "Read this signal alone, from 0: single-channel scoring.")
    private int channel = -1;

    @Option(
            names = "--only",
            paramLabel = "FOLDER",
            arity = "1..*",
            description = "Read these folders or records below DIR alone.")
    private List<String> only = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "results.jsonl",
            description = "Where the JSON lines go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("results.jsonl");

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE.conf",
            defaultValue = "DEFAULT",
            description = "Rule profile (default: ${DEFAULT-VALUE}).")
    private String profile = "DEFAULT";

    @Option(
            names = "--figures",
            paramLabel = "FILE",
            description = "Also write how often each rule fired, which triage-rules/RULES.md quotes.")
    private Optional<Path> figures = Optional.empty();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Evaluate()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        PrintStream report = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (!Files.isDirectory(folder)) {
            progress.println("DIR: '" + folder + "' (expected: a folder with WFDB records)");
            return CommandLine.ExitCode.USAGE;
        }
        Evaluation.Selection selection = new Evaluation.Selection(
                RecordName.Part.valueOf(part.toUpperCase(Locale.ROOT)),
                channel < 0 ? OptionalInt.empty() : OptionalInt.of(channel),
                only);
        Evaluation evaluation;
        try (BufferedWriter lines = Files.newBufferedWriter(out)) {
            evaluation = Evaluation.run(
                    folder,
                    selection,
                    NamedOrFile.of(profile, RuleProfile::named, RuleProfile::parse),
                    Evaluation.writingTo(lines),
                    progress);
        }
        evaluation.report().forEach(report::println);
        if (figures.isPresent()) {
            Files.write(figures.get(), RuleFigures.of(evaluation, LocalDate.now(ZoneOffset.UTC)));
        }
        return evaluation.records().isEmpty() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }
}
