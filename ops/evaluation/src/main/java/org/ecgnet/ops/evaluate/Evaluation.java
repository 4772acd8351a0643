package org.ecgnet.ops.evaluate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ecgnet.format.wfdb.WfdbException;
import org.ecgnet.ops.evaluate.label.LabelReader;
import org.ecgnet.ops.evaluate.label.Labels;
import org.ecgnet.ops.evaluate.record.EcgRecord;
import org.ecgnet.ops.evaluate.record.PatientTables;
import org.ecgnet.ops.evaluate.record.RecordFolder;
import org.ecgnet.ops.evaluate.record.RecordName;
import org.ecgnet.ops.evaluate.record.RecordReader;
import org.ecgnet.ops.evaluate.record.UnreadableRecord;
import org.ecgnet.ops.evaluate.result.RecordResult;
import org.ecgnet.ops.evaluate.result.ResultLine;
import org.ecgnet.ops.evaluate.result.Results;
import org.ecgnet.ops.evaluate.score.Report;
import org.ecgnet.ops.evaluate.score.Scored;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;

/**
 * One pass over a folder.
 *
 * @param selection what was asked for
 * @param profile of the rules
 * @param codes every statement code that a label can have
 * @param records what was read, by path
 * @param problems why a record could not be read or its labels could not, by path
 */
public record Evaluation(
        Selection selection,
        String profile,
        List<String> codes,
        List<Scored> records,
        Map<RecordName, String> problems) {

    private static final int RECORDS_A_LINE = 50;

    public Evaluation {
        codes = List.copyOf(codes);
        records = List.copyOf(records);
        problems = new TreeMap<>(problems);
    }

    /**
     * Which records, and of each which signal.
     *
     * @param channel all signals when empty
     * @param only folders or records below the root; all when empty
     */
    public record Selection(RecordName.Part part, OptionalInt channel, List<String> only) {

        public static final Selection ALL = new Selection(RecordName.Part.ALL, OptionalInt.empty(), List.of());
    }

    /** What is told of a record as soon as it is read. */
    public interface Listener {
        void read(RecordResult result) throws IOException;
    }

    /** Reads every selected record; one that cannot be read is noted and the rest goes on. */
    public static Evaluation run(
            Path root, Selection selection, RuleProfile profile, Listener listener, PrintStream progress)
            throws IOException {
        RecordFolder folder = new RecordFolder(root);
        RecordReader reader = new RecordReader(folder, PatientTables.in(folder), selection.channel());
        LabelReader labels = new LabelReader(folder);
        Results results = new Results(new Triage(profile));
        List<Scored> read = new ArrayList<>();
        Map<RecordName, String> problems = new TreeMap<>();
        List<RecordName> names = folder.records(selection.only()).stream()
                .filter(name -> name.in(selection.part()))
                .toList();
        for (RecordName name : names) {
            try {
                EcgRecord ecg = reader.read(name);
                RecordResult result = results.of(ecg);
                listener.read(result);
                read.add(new Scored(result, labels(labels, ecg, problems)));
            } catch (UnreadableRecord e) {
                problems.put(name, String.valueOf(e.getMessage()));
                progress.println("not read: " + name.path() + ": " + e.getMessage());
            } catch (RuntimeException e) {
                // the engine's own mistake: the record counts as unread, and the report says so and where
                String problem = "the engine failed: " + e
                        + Stream.of(e.getStackTrace())
                                .findFirst()
                                .map(at -> " at " + at)
                                .orElse("");
                problems.put(name, problem);
                progress.println("not read: " + name.path() + ": " + problem);
            }
            if (read.size() % RECORDS_A_LINE == 0) {
                progress.println(read.size() + " of " + names.size() + " records read");
            }
        }
        return new Evaluation(selection, profile.edition(), labels.codes(), read, problems);
    }

    private static Labels labels(LabelReader reader, EcgRecord ecg, Map<RecordName, String> problems)
            throws IOException {
        try {
            return reader.of(ecg);
        } catch (WfdbException e) {
            problems.put(ecg.name(), "read, but its labels are damaged: " + e.getMessage());
            return Labels.NONE;
        }
    }

    /** A listener that writes a JSON line a record. */
    public static Listener writingTo(BufferedWriter lines) {
        return result -> {
            lines.write(ResultLine.of(result));
            lines.newLine();
        };
    }

    /** A listener that keeps nothing. */
    public static Listener silent() {
        return result -> {};
    }

    /** The report in Markdown. */
    List<String> report() {
        List<String> lines = new ArrayList<>(List.of(
                "# Accuracy report",
                "",
                "Every reading is automatic and provisional until a named physician confirms it. "
                        + "Percent with Wilson's 95 % interval and counts.",
                "",
                "%s, profile %s. Records: part %s, %s. %d read, %d of them with labels; %d problems."
                        .formatted(
                                Triage.ENGINE,
                                profile,
                                selection.part().name().toLowerCase(Locale.ROOT),
                                selection.channel().isPresent()
                                        ? "signal " + selection.channel().getAsInt() + " alone"
                                        : "all signals",
                                records.size(),
                                records.stream()
                                        .filter(one -> one.labels().any())
                                        .count(),
                                problems.size()),
                ""));
        problems.forEach((name, why) -> lines.add("- " + name.path() + ": " + why));
        if (!problems.isEmpty()) {
            lines.add("");
        }
        lines.addAll(Report.of(records, codes));
        return lines;
    }
}
