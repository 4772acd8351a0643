package org.ecgnet.ops.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Limit;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;

/** The files of the catalogue: {@code RULES.md} and the strips in {@code rules/}. */
final class RulesPage {

    /** The command that writes the files anew. */
    static final String COMMAND = "./ops/rules";

    private final Figures figures;
    private final Examples examples = Examples.ofAllHearts();
    private final List<RuleProfile> profiles =
            RuleProfile.NAMES.stream().map(RuleProfile::named).toList();
    private final Map<String, String> files = new TreeMap<>();

    private RulesPage(Figures figures) {
        this.figures = figures;
    }

    /** Every file by its path below {@code triage-rules}. */
    static Map<String, String> files(Figures figures) {
        RulesPage page = new RulesPage(figures);
        List<String> lines = page.head();
        for (CatalogueEntry entry : CatalogueEntry.all()) {
            lines.addAll(page.entry(entry));
        }
        page.files.put("RULES.md", String.join("\n", lines) + "\n");
        return page.files;
    }

    private List<String> head() {
        List<String> lines = new ArrayList<>(List.of(
                "# Rules",
                "",
                "Written by `" + COMMAND + "`, by running the engine; do not edit. " + Triage.ENGINE
                        + ". Every finding is automatic and provisional until a named physician confirms it.",
                "",
                "RED opens a case and pages; HARD also rings at once; YELLOW is read the same day. A recording that cannot be judged is"
                        + " GREY, never GREEN. The numbers are those of profile " + RuleProfile.DEFAULT.edition()
                        + "; a county corrects one in a file of its own, which `triage.profile` names, and every number carries its source.",
                "",
                figures.origin(),
                "",
                "| profile | stands on | shown as yellow |",
                "|---|---|---|"));
        for (RuleProfile profile : profiles) {
            lines.add("| " + profile.edition() + " | " + profile.english() + " / " + profile.chinese() + " | "
                    + profile.silent().stream().sorted().collect(Collectors.joining(", ")) + " |");
        }
        lines.add("");
        return lines;
    }

    private List<String> entry(CatalogueEntry entry) {
        List<String> lines = new ArrayList<>();
        lines.add("## " + entry.id() + " " + entry.english() + " " + entry.chinese());
        lines.add("");
        lines.add("**" + entry.level() + ".** " + entry.test());
        lines.add("");
        lines.addAll(limits(entry.id()));
        Optional<Example> example = examples.of(entry.id());
        if (example.isEmpty()) {
            lines.add("No simulated heart fires it. Fires on " + figures.of(entry.id()) + ".");
            lines.add("");
            return lines;
        }
        String strip = "rules/" + entry.id() + ".svg";
        files.put(strip, Strip.of(example.get()));
        lines.addAll(example(example.get(), strip));
        lines.add("Fires on " + figures.of(entry.id()) + ".");
        lines.add("");
        return lines;
    }

    private List<String> limits(String id) {
        List<Limit> own = RuleProfile.DEFAULT.limits().values().stream()
                .filter(limit -> limit.key().startsWith(id + "."))
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("| limit | value | source | elsewhere |", "|---|---|---|---|"));
        for (Limit limit : own) {
            String others = profiles.stream()
                    .map(profile -> Map.entry(profile.name(), profile.limit(limit.key())))
                    .filter(other -> !other.getValue().equals(limit))
                    .map(other -> other.getKey() + " " + number(other.getValue().value()) + " ("
                            + other.getValue().source() + ")")
                    .collect(Collectors.joining("; "));
            lines.add("| " + limit.key() + " | " + number(limit.value()) + " " + limit.unit() + " | " + limit.source()
                    + " | " + others + " |");
        }
        lines.add("");
        return lines;
    }

    private static List<String> example(Example example, String strip) {
        String evidence = example.finding().evidence().stream()
                .limit(4)
                .map(RulesPage::words)
                .collect(Collectors.joining("; "));
        return List.of(
                "![" + example.finding().rule() + " on a simulated heart](" + strip + ")",
                "",
                "Simulated: " + example.scenario().description() + "; " + example.setting() + ". "
                        + (example.rule().isEmpty() ? "" : "`" + example.rule() + "` says ")
                        + example.finding().level() + (example.finding().hard() ? " HARD" : "") + ": "
                        + example.finding().english() + " " + example.finding().chinese(),
                "",
                "Evidence: " + (evidence.isEmpty() ? "none" : evidence) + ".",
                "");
    }

    private static String words(Evidence evidence) {
        return evidence.quantity()
                + evidence.lead().map(lead -> " in " + lead.label()).orElse("") + " " + number(evidence.value())
                + " (limit " + number(evidence.threshold()) + " " + evidence.unit() + ")";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
