package org.ecgnet.ops.evaluate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ecgnet.ops.evaluate.record.PatientTables;
import org.ecgnet.ops.evaluate.record.RecordFolder;
import org.ecgnet.ops.evaluate.record.RecordName;
import org.ecgnet.ops.evaluate.record.RecordReader;
import org.ecgnet.ops.evaluate.record.UnreadableRecord;
import org.ecgnet.ops.evaluate.result.RecordResult;
import org.ecgnet.ops.evaluate.result.ResultLine;
import org.ecgnet.ops.evaluate.result.Results;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;

/**
 * One pass over a folder.
 *
 * @param records what was read, by path
 * @param unreadable why a record could not be read, by path
 */
record Evaluation(List<RecordResult> records, Map<RecordName, String> unreadable) {

    private static final int RECORDS_A_LINE = 50;

    /** Which records, and of each which signal. */
    record Selection(RecordName.Part part, OptionalInt channel, List<String> only) {}

    static Evaluation run(Path root, Selection selection, RuleProfile profile, Path out, PrintStream progress)
            throws IOException {
        RecordFolder folder = new RecordFolder(root);
        RecordReader reader = new RecordReader(folder, PatientTables.in(folder), selection.channel());
        Results results = new Results(new Triage(profile));
        List<RecordResult> read = new ArrayList<>();
        Map<RecordName, String> unreadable = new TreeMap<>();
        List<RecordName> names = folder.records(selection.only()).stream()
                .filter(name -> name.in(selection.part()))
                .toList();
        try (BufferedWriter lines = Files.newBufferedWriter(out)) {
            for (RecordName name : names) {
                try {
                    RecordResult result = results.of(reader.read(name));
                    read.add(result);
                    lines.write(ResultLine.of(result));
                    lines.newLine();
                } catch (UnreadableRecord e) {
                    unreadable.put(name, String.valueOf(e.getMessage()));
                    progress.println("not read: " + name.path() + ": " + e.getMessage());
                }
                if ((read.size() + unreadable.size()) % RECORDS_A_LINE == 0) {
                    progress.println(read.size() + " of " + names.size() + " records read");
                }
            }
        }
        return new Evaluation(read, unreadable);
    }

    List<String> report() {
        List<String> lines = new ArrayList<>();
        lines.add("# Accuracy report");
        lines.add("");
        lines.add("Every reading is provisional until a named physician confirms it.");
        lines.add("");
        lines.add(records.size() + " records read, " + unreadable.size() + " could not be read.");
        unreadable.forEach((name, why) -> lines.add("- " + name.path() + ": " + why));
        return lines;
    }
}
