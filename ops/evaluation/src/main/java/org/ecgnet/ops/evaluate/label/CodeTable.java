package org.ecgnet.ops.evaluate.label;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The file {@code labels.conf}: what each source's labels mean in the codes of a reading. */
final class CodeTable {

    private static final String SCP = "scp";
    private static final String SNOMED = "snomed";
    private static final String TEXT = "text";

    private final Config table;
    private final List<String> codes;

    CodeTable() {
        table = ConfigFactory.parseResources(CodeTable.class, "labels.conf").resolve();
        codes = table.getObject("codes").keySet().stream().sorted().toList();
    }

    List<String> codes() {
        return codes;
    }

    Set<String> scp(Collection<String> given) {
        return codes(SCP, given);
    }

    Set<String> scpOpen(Collection<String> given) {
        return codes("open." + SCP, given);
    }

    Set<String> snomed(Collection<String> given) {
        return codes(SNOMED, given);
    }

    Set<String> snomedOpen(Collection<String> given) {
        return codes("open." + SNOMED, given);
    }

    Set<String> text(Collection<String> given) {
        return texts(TEXT, given);
    }

    Set<String> textOpen(Collection<String> given) {
        return texts("open." + TEXT, given);
    }

    private Set<String> codes(String column, Collection<String> given) {
        Set<String> found = new TreeSet<>();
        for (String code : codes) {
            if (cells(code, column).stream().anyMatch(given::contains)) {
                found.add(code);
            }
        }
        return found;
    }

    private Set<String> texts(String column, Collection<String> given) {
        Set<String> found = new TreeSet<>();
        for (String code : codes) {
            for (String pattern : cells(code, column)) {
                Pattern any = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
                if (given.stream().anyMatch(text -> any.matcher(text).matches())) {
                    found.add(code);
                }
            }
        }
        return found;
    }

    private List<String> cells(String code, String column) {
        String path = "codes." + code + "." + column;
        return table.hasPath(path) ? table.getStringList(path) : List.of();
    }

    /** The codes that a source labels; empty for a source that is not in the table. */
    Optional<Set<String>> labelledBy(String source) {
        String path = "not-labelled." + source;
        if (source.isEmpty() || !table.hasPath(path)) {
            return Optional.empty();
        }
        Set<String> labelled = new TreeSet<>(codes);
        labelled.removeAll(table.getStringList(path));
        return Optional.of(labelled);
    }

    /**
     * Draws the conclusions that follow from the labels of a record together: no wave shapes and no complete block in a
     * paced rhythm, open sinus rhythm where no rhythm is labelled, and a code that is present is not open.
     */
    StatementLabels concluded(Set<String> found, Set<String> vague, Set<String> labelled) {
        Set<String> present = new HashSet<>(found);
        Set<String> open = new HashSet<>(vague);
        if (present.contains("PACED")) {
            List<String> hidden = new ArrayList<>(table.getStringList("shapes"));
            hidden.removeAll(present);
            open.addAll(hidden);
            open.add("AVB3");
            present.remove("AVB3");
        }
        if (table.getStringList("rhythms").stream().noneMatch(present::contains)) {
            open.add("SR");
        }
        present.stream().filter(code -> !code.equals("SR")).forEach(open::remove);
        if (present.contains("SR") && !present.contains("SB") && !present.contains("ST") && !present.contains("SA")) {
            open.remove("SR");
        }
        return new StatementLabels(present, open, labelled);
    }
}
