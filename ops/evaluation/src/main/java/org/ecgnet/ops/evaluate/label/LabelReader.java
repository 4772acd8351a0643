package org.ecgnet.ops.evaluate.label;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ops.evaluate.record.CsvTable;
import org.ecgnet.ops.evaluate.record.EcgRecord;
import org.ecgnet.ops.evaluate.record.RecordFolder;

/** Finds the labels of a record, whichever data set it is of. */
public final class LabelReader {

    private static final String SNOMED_SINUS_RHYTHM = "426783006";
    private static final String SNOMED_PAROXYSMAL_VT = "425856008";
    private static final String SNOMED_AV_BLOCK = "233917008";
    private static final Pattern SCP_CODE = Pattern.compile("'([^']+)':\\s*([0-9.]+)");
    private static final Pattern AXIS = Pattern.compile("electric axis of the heart: (normal|vertical|horizontal)");

    private final RecordFolder folder;
    private final CodeTable table = new CodeTable();
    private final Map<String, Map<String, String>> ptbXl = new HashMap<>();
    private final Map<String, Map<String, String>> ludb = new HashMap<>();

    public LabelReader(RecordFolder folder) throws IOException {
        this.folder = folder;
        for (Path file : folder.tables("ptbxl_database.csv")) {
            for (Map<String, String> row : CsvTable.rows(Files.readString(file, StandardCharsets.UTF_8))) {
                String path = row.getOrDefault("filename_hr", "");
                ptbXl.put(path.substring(path.lastIndexOf('/') + 1), row);
            }
        }
        for (Path file : folder.tables("ludb.csv")) {
            for (Map<String, String> row : CsvTable.rows(Files.readString(file, StandardCharsets.UTF_8))) {
                ludb.put(row.getOrDefault("ID", "").strip(), row);
            }
        }
    }

    /** Every code that a record can be labelled with, sorted. */
    public List<String> codes() {
        return table.codes();
    }

    /** @throws org.ecgnet.format.wfdb.WfdbException for an annotation file that is damaged */
    public Labels of(EcgRecord ecg) throws IOException {
        Path atr = folder.beside(ecg.name(), "atr");
        int hertz = ecg.recording().waveform().rate().hertz();
        if (Files.exists(atr)) {
            return MitAnnotations.of(atr, ecg.recording().waveform().length(), hertz);
        }
        Map<Lead, WaveLabels> waves = LudbAnnotations.waves(folder, ecg.name());
        if (!waves.isEmpty()) {
            return ludb(ecg, waves, hertz);
        }
        Map<String, String> row = ptbXl.getOrDefault(ecg.name().name(), Map.of());
        return row.isEmpty() ? challenge(ecg) : ptbXl(row);
    }

    private Labels ludb(EcgRecord ecg, Map<Lead, WaveLabels> waves, int hertz) {
        List<String> texts = new ArrayList<>();
        ludb.getOrDefault(ecg.name().name(), Map.of()).forEach((column, cell) -> {
            if (!Set.of("ID", "Sex", "Age").contains(column)) {
                Stream.of(cell.split("\n"))
                        .map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .filter(text -> !text.isEmpty())
                        .forEach(texts::add);
            }
        });
        Set<String> present = table.text(texts);
        List<String> acute = new ArrayList<>();
        if (present.contains("MI_ACUTE")) {
            acute.add("STEMI "
                    + String.join(
                            ", ",
                            texts.stream()
                                    .filter(text -> text.startsWith("stemi"))
                                    .map(text -> text.replaceFirst("^stemi:?\\s*", ""))
                                    .toList()));
        }
        if (present.contains("AVB3")) {
            acute.add("AVB3" + (present.contains("PACED") ? ", paced" : ""));
        }
        List<String> said =
                texts.stream().filter(text -> !AXIS.matcher(text).matches()).toList();
        StatementLabels statements = table.concluded(
                present, table.textOpen(texts), table.labelledBy("ludb").orElse(Set.of()));
        return new Labels(
                LudbAnnotations.beats(waves, hertz),
                waves,
                List.of(),
                Optional.of(statements),
                said.equals(List.of("sinus rhythm")),
                acute);
    }

    /** A likelihood from 1 to 49 is uncertain; 0 stands for "not stated" and counts as present (Wagner 2020). */
    private Labels ptbXl(Map<String, String> row) {
        Set<String> given = new TreeSet<>();
        Set<String> sure = new TreeSet<>();
        Matcher codes = SCP_CODE.matcher(row.getOrDefault("scp_codes", ""));
        while (codes.find()) {
            double likelihood = Double.parseDouble(codes.group(2));
            given.add(codes.group(1));
            if (likelihood == 0 || likelihood >= 50) {
                sure.add(codes.group(1));
            }
        }
        Set<String> present = new HashSet<>(table.scp(sure));
        Set<String> open = new HashSet<>(table.scp(given));
        open.addAll(table.scpOpen(given));
        open.removeAll(present);
        open.addAll(table.scpOpen(sure));
        String stage = row.getOrDefault("infarction_stadium1", "").strip();
        if (present.contains("MI_ANY") && stage.equals("Stadium I")) {
            present.add("MI_ACUTE");
        } else if (present.contains("MI_ANY")
                && Set.of("Stadium II-III", "Stadium III").contains(stage)) {
            present.add("MI_OLD");
            open.remove("MI_ACUTE");
        }
        StatementLabels statements =
                table.concluded(present, open, table.labelledBy("ptbxl").orElse(Set.of()));
        return new Labels(
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.of(statements),
                sure.contains("NORM"),
                acute(given, stage, statements.present()));
    }

    private static List<String> acute(Set<String> given, String stage, Set<String> present) {
        List<String> acute = new ArrayList<>();
        List<String> injury =
                given.stream().filter(code -> code.startsWith("INJ")).toList();
        if (!injury.isEmpty()) {
            acute.add("injury " + String.join(" ", injury));
        }
        if (stage.equals("Stadium I") || stage.equals("Stadium I-II")) {
            acute.add("MI " + stage);
        }
        Stream.of("AVB2", "AVB3").filter(present::contains).forEach(acute::add);
        return acute;
    }

    /** The Challenge sets: SNOMED codes behind {@code Dx:} in the header; the letters of the name tell the source. */
    private Labels challenge(EcgRecord ecg) {
        Set<String> given = new TreeSet<>();
        for (String comment : ecg.comments()) {
            if (comment.toLowerCase(Locale.ROOT).startsWith("dx:")) {
                Stream.of(comment.substring(3).split(","))
                        .map(String::strip)
                        .filter(code -> code.matches("\\d+"))
                        .forEach(given::add);
            }
        }
        Optional<Set<String>> labelled = table.labelledBy(ecg.name().name().replaceAll("[^A-Z].*", ""));
        if (given.isEmpty() || labelled.isEmpty()) {
            return Labels.NONE;
        }
        StatementLabels statements = table.concluded(table.snomed(given), table.snomedOpen(given), labelled.get());
        List<String> acute = new ArrayList<>();
        Stream.of("VT", "VF", "AVB3", "AVB2", "MI_ACUTE")
                .filter(statements.present()::contains)
                .forEach(acute::add);
        if (given.contains(SNOMED_AV_BLOCK)) {
            acute.add("AV block of a degree not given");
        }
        if (given.contains(SNOMED_PAROXYSMAL_VT)) {
            acute.add("VT? (425856008, often supraventricular)");
        }
        return new Labels(
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.of(statements),
                given.equals(Set.of(SNOMED_SINUS_RHYTHM)),
                acute);
    }
}
