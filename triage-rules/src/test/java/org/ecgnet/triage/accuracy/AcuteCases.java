package org.ecgnet.triage.accuracy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.Examination;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.ischemia.StElevationRule;

/**
 * Every recording that its source calls an acute or possible infarction, one by one: J in each lead, what was said, and why
 * ST elevation was or was not: a table to be read by a cardiologist.
 *
 * <p>Arguments: folder of the recordings, file to write. Taken are LUDB "STEMI", PTB-XL injury codes and stage I, PTB-XL 267,
 * and Challenge myocardial infarction, acute or of unknown age, or ST elevation.
 */
public final class AcuteCases {

    private static final Pattern PTBXL_ACUTE = Pattern.compile("'INJ\\w+'|Stadium I\\b(?!I)|^267,");
    private static final Pattern ACUTE_SNOMED = Pattern.compile("164865005|57054005|164931005|54329005");
    private static final Pattern LUDB_ROW = Pattern.compile("(?m)^(\\d+),\"?[MF]");

    private AcuteCases() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Records records = new Records(root);
        Map<String, String> named = named(root);
        Triage triage = new Triage(RuleProfile.DEFAULT);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            out.write(
                    "| record | called | J, uV: I II III aVR aVL aVF V1 to V6 | QRS ms | read as | R11 |\n|---|---|---|---|---|---|\n");
            for (String record : records.in("ludb", "ptbxl", "cinc2020_2021")) {
                if (named.containsKey(record)) {
                    WfdbFile file = records.read(record);
                    Examination examination = triage.examine(file.recording(), file.patient(), Symptoms.NONE);
                    out.write(row(record, named.getOrDefault(record, ""), examination));
                }
            }
        }
    }

    private static String row(String record, String called, Examination examination) {
        EcgCase ecg = examination.ecg();
        List<String> levels = new ArrayList<>();
        for (Lead lead : Lead.STANDARD_12) {
            levels.add(
                    ecg.measured().levels().containsKey(lead)
                            ? "%.0f".formatted(ecg.measured().levels().get(lead).j())
                            : "-");
        }
        List<String> said =
                examination.reading().findings().stream().map(AcuteCases::said).toList();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.0f | %s: %s | %s |%n",
                record,
                called,
                String.join(" ", levels),
                ecg.measured().qrsMillis().orElse(0),
                examination.reading().level(),
                String.join("; ", said),
                why(new StElevationRule().judge(ecg, RuleProfile.DEFAULT)));
    }

    private static String said(Finding finding) {
        return finding.rule() + " " + finding.code();
    }

    private static String why(Verdict verdict) {
        if (verdict instanceof Verdict.Absent absent) {
            return absent.reason();
        }
        return verdict instanceof Verdict.CannotTell unknown
                ? unknown.english()
                : ((Verdict.Present) verdict).findings().get(0).english();
    }

    /** What the sources call each record. */
    private static Map<String, String> named(Path root) throws IOException {
        Map<String, String> named = new TreeMap<>();
        ludb(root, named);
        Path table = root.resolve("ptbxl/ptbxl_database.csv");
        if (Files.exists(table)) {
            for (String row : Files.readAllLines(table)) {
                Matcher acute = PTBXL_ACUTE.matcher(row);
                if (acute.find() && row.matches("\\d+,.*")) {
                    int id = Integer.parseInt(row.substring(0, row.indexOf(',')));
                    named.put("ptbxl/records500/%05d/%05d_hr".formatted(id / 1000 * 1000, id), acute.group());
                }
            }
        }
        for (String record : new Records(root).in("cinc2020_2021")) {
            String header = Files.readString(root.resolve(record + ".hea"), StandardCharsets.ISO_8859_1);
            Matcher acute = ACUTE_SNOMED.matcher(header);
            if (acute.find()) {
                named.put(record, "SNOMED " + acute.group());
            }
        }
        return named;
    }

    private static void ludb(Path root, Map<String, String> named) throws IOException {
        Path table = root.resolve("ludb/ludb.csv");
        if (!Files.exists(table)) {
            return;
        }
        String text = Files.readString(table);
        Matcher row = LUDB_ROW.matcher(text);
        List<Integer> starts = new ArrayList<>();
        while (row.find()) {
            starts.add(row.start());
        }
        starts.add(text.length());
        for (int k = 0; k + 1 < starts.size(); k++) {
            String one = text.substring(starts.get(k), starts.get(k + 1));
            if (one.contains("Stemi")) {
                named.put("ludb/data/" + one.substring(0, one.indexOf(',')), "STEMI");
            }
        }
    }
}
