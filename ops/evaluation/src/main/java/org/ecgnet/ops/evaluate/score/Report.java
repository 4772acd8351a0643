package org.ecgnet.ops.evaluate.score;

import java.util.ArrayList;
import java.util.List;

/** The accuracy report, section by section. */
public final class Report {

    private Report() {}

    /**
     * @param codes every statement code that a label can have
     * @return lines of Markdown; without any label the levels, the quality and the time alone
     */
    public static List<String> of(List<Scored> all, List<String> codes) {
        List<String> lines = new ArrayList<>();
        boolean labelled = all.stream().anyMatch(one -> one.labels().any());
        if (!labelled) {
            lines.add("No labels were found beside these records: there is nothing to hold the readings against.");
            lines.add("");
        } else {
            section(lines, "QRS detection", BeatTables.of(all));
            section(lines, "Wave boundaries", WaveTables.of(all));
            section(lines, "Statements", StatementTables.of(all, codes));
            section(lines, "Shockable rhythms and atrial fibrillation", RhythmTables.of(all));
        }
        section(lines, "Triage", TriageTables.of(all));
        if (labelled) {
            section(lines, "Measurements", MeasurementTable.of(all));
        }
        section(lines, "Quality and time", QualityTable.of(all));
        return lines;
    }

    private static void section(List<String> lines, String title, List<String> of) {
        lines.add("## " + title);
        lines.add("");
        lines.addAll(of);
    }
}
