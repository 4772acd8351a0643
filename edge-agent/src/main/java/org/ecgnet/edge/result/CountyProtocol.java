package org.ecgnet.edge.result;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;

/**
 * What to do, as the county approved it; {@code result-protocol-reference.conf} documents each key.
 *
 * @param approval empty for the text that comes with the program
 * @param levels steps by colour
 * @param rules steps by rule; they stand in place of the colour's
 * @param drugs shown after their contraindications were denied
 * @param phrases for the centre, one tap each
 */
public record CountyProtocol(
        Optional<Approval> approval,
        Map<TriageLevel, List<Words>> levels,
        Map<String, List<Words>> rules,
        List<DrugAdvice> drugs,
        RepeatAdvice repeat,
        List<Words> phrases) {

    private static final String REFERENCE = "result-protocol-reference.conf";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    public CountyProtocol {
        levels = Map.copyOf(levels);
        rules = Map.copyOf(rules);
        drugs = List.copyOf(drugs);
        phrases = List.copyOf(phrases);
    }

    /** Who answers for the text, and since when. */
    public record Approval(String approver, String version, LocalDate dated) {}

    /** The text that comes with the program. */
    public static CountyProtocol general() {
        return read(ConfigFactory.empty(), Optional.empty());
    }

    /**
     * The county's file.
     *
     * @throws SettingsException when it cannot be read, is not approved, or names a drug without contraindications
     */
    public static CountyProtocol of(Path file) {
        if (!Files.isReadable(file)) {
            throw new SettingsException("result protocol " + file + " is not there or cannot be read");
        }
        try {
            return of(ConfigFactory.parseFile(file.toFile()));
        } catch (ConfigException | IllegalArgumentException | SettingsException e) {
            throw new SettingsException("result protocol " + file + ": " + e.getMessage());
        }
    }

    static CountyProtocol of(Config given) {
        StrictSettings all = StrictSettings.of(given, reference());
        for (String key : List.of("approver", "version", "dated")) {
            if (all.text(key).isBlank()) {
                throw new SettingsException(
                        "setting '" + key + "' is missing (expected: who approved this text, its version, its date)");
            }
        }
        LocalDate dated = all.parsed("dated", CountyProtocol::date);
        return read(given, Optional.of(new Approval(all.text("approver"), all.text("version"), dated)));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("expected: a date such as 2026-03-01");
        }
    }

    private static Config reference() {
        return ConfigFactory.parseResources(CountyProtocol.class.getClassLoader(), REFERENCE);
    }

    private static CountyProtocol read(Config given, Optional<Approval> approval) {
        StrictSettings all = StrictSettings.of(given, reference());
        Map<TriageLevel, List<Words>> levels = new EnumMap<>(TriageLevel.class);
        for (TriageLevel level : TriageLevel.values()) {
            levels.put(level, words(all.group("levels").group(level.name()), "chinese", "english"));
        }
        Map<String, List<Words>> rules = new TreeMap<>();
        all.groups("rules").forEach((rule, steps) -> rules.put(rule, words(steps, "chinese", "english")));
        List<DrugAdvice> drugs = new ArrayList<>();
        all.groups("drugs").forEach((name, drug) -> drugs.add(drug(name, drug)));
        StrictSettings repeat = all.group("repeat");
        return new CountyProtocol(
                approval,
                levels,
                rules,
                drugs,
                new RepeatAdvice(
                        repeat.texts("rules"),
                        repeat.flag("chest-pain"),
                        repeat.duration("from", MINUTE, DAY),
                        repeat.duration("to", MINUTE, DAY)),
                words(all.group("phrases"), "chinese", "english"));
    }

    private static DrugAdvice drug(String name, StrictSettings drug) {
        try {
            return new DrugAdvice(
                    new Words(drug.text("title-chinese"), drug.text("title-english")),
                    drug.texts("rules"),
                    words(drug, "contraindications-chinese", "contraindications-english"),
                    words(drug, "steps-chinese", "steps-english"));
        } catch (IllegalArgumentException e) {
            throw new SettingsException("drug '" + name + "': " + e.getMessage());
        }
    }

    private static List<Words> words(StrictSettings group, String chineseKey, String englishKey) {
        List<String> chinese = group.texts(chineseKey);
        List<String> english = group.texts(englishKey);
        if (chinese.size() != english.size()) {
            throw new SettingsException("'" + chineseKey + "' has " + chinese.size() + " sentences and '" + englishKey
                    + "' " + english.size() + " (expected: as many)");
        }
        List<Words> words = new ArrayList<>();
        for (int at = 0; at < chinese.size(); at++) {
            words.add(new Words(chinese.get(at), english.get(at)));
        }
        return words;
    }
}
