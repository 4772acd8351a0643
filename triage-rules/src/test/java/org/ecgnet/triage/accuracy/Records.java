package org.ecgnet.triage.accuracy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;

/** The records below a folder, with the patients that PTB-XL keeps in a table beside them. */
final class Records {

    private final Path root;
    private final Map<String, Patient> ptbxl = new HashMap<>();
    private final Set<String> normal = new TreeSet<>();

    Records(Path root) {
        this.root = root;
        Path table = root.resolve("ptbxl/ptbxl_database.csv");
        if (Files.exists(table)) {
            readTable(table);
        }
    }

    private void readTable(Path table) {
        try {
            for (String row : Files.readAllLines(table)) {
                String[] cell = row.split(",", 5);
                if (row.matches(".*'NORM': (100|[5-9]\\d)\\..*|.*'NORM': 0\\..*") && cell[0].matches("\\d+")) {
                    normal.add("%05d_hr".formatted(Integer.parseInt(cell[0])));
                }
                if (cell.length == 5 && cell[2].matches("[0-9.]+")) {
                    int years = (int) Double.parseDouble(cell[2]);
                    Sex sex = cell[3].startsWith("0") ? Sex.MALE : Sex.FEMALE;
                    OptionalInt age = years > 130 ? OptionalInt.of(90) : OptionalInt.of(years);
                    ptbxl.put(
                            "%05d_hr".formatted(Integer.parseInt(cell[0])),
                            new Patient(Optional.empty(), Optional.empty(), sex, age));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paths of the records of the named folders, relative to the root and without extension, sorted. */
    List<String> in(String... folders) {
        return Stream.of(folders)
                .map(root::resolve)
                .filter(Files::isDirectory)
                .flatMap(this::headers)
                .map(header ->
                        root.relativize(header).toString().replace('\\', '/').replaceAll("\\.hea$", ""))
                .sorted()
                .toList();
    }

    private Stream<Path> headers(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".hea")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recordings that PTB-XL's cardiologists call normal with a likelihood of 50 % or more. */
    List<String> normalPtbXl() {
        return in("ptbxl").stream()
                .filter(record -> normal.contains(record.substring(record.lastIndexOf('/') + 1)))
                .toList();
    }

    WfdbFile read(String record) {
        WfdbFile file = WfdbFile.read(root.resolve(record + ".hea"));
        String name = record.substring(record.lastIndexOf('/') + 1);
        return ptbxl.containsKey(name) ? new WfdbFile(file.recording(), ptbxl.get(name)) : file;
    }
}
