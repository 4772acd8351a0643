package org.ecgnet.triage;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ecgnet.settings.StrictSettings;

/**
 * The numbers of one rule catalogue, as versioned data: the files of the folder {@code profiles} beside this class.
 *
 * @param name such as {@code DEFAULT}
 * @param version raised at every change of a number
 * @param chinese what it stands on, in Chinese
 * @param english the same in English
 * @param silent ids of rules whose findings are no critical values here; they become yellow and are never hidden
 * @param limits by their keys
 */
public record RuleProfile(
        String name, String version, String chinese, String english, Set<String> silent, Map<String, Limit> limits) {

    /** Every profile there is; the first is the one that is used where nothing is said. */
    public static final List<String> NAMES = List.of("DEFAULT");

    private static final String FOLDER = "org/ecgnet/triage/profiles/";

    /** CN2017 with first-found complete block, UDMI-4 and ACC 2022. */
    public static final RuleProfile DEFAULT = named(NAMES.get(0));

    public RuleProfile {
        silent = Set.copyOf(silent);
        limits = Map.copyOf(limits);
    }

    /** @throws IllegalArgumentException for a name no profile bears, listing those there are */
    public static RuleProfile named(String name) {
        String known = NAMES.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "profile: '" + name + "' (expected: one of " + String.join(", ", NAMES) + ")"));
        Config base = file(NAMES.get(0));
        Config own = file(known);
        StrictSettings.of(own, base); // a misspelt key in a profile is refused
        return of(own.withFallback(base));
    }

    private static Config file(String name) {
        return ConfigFactory.parseResources(RuleProfile.class.getClassLoader(), FOLDER + name + ".conf")
                .resolve();
    }

    private static RuleProfile of(Config all) {
        Map<String, Limit> limits = new TreeMap<>();
        Config rules = all.getConfig("limits");
        for (String rule : rules.root().keySet()) {
            ConfigObject names = rules.getObject(rule);
            for (String name : names.keySet()) {
                Config limit = names.toConfig().getConfig(name);
                String key = rule + "." + name;
                limits.put(
                        key,
                        new Limit(key, limit.getDouble("value"), limit.getString("unit"), limit.getString("source")));
            }
        }
        return new RuleProfile(
                all.getString("name"),
                all.getString("version"),
                all.getString("title.zh"),
                all.getString("title.en"),
                Set.copyOf(all.getStringList("silent")),
                limits);
    }

    /** @throws IllegalArgumentException for a key that the profile does not have: a rule and the profiles disagree */
    public Limit limit(String key) {
        Limit limit = limits.get(key);
        if (limit == null) {
            throw new IllegalArgumentException("limit: '" + key + "' (expected: one that profile " + name + " has)");
        }
        return limit;
    }

    /** Name and version, as every reading prints them. */
    public String edition() {
        return name + " " + version;
    }

    /** The number of a limit. */
    public double value(String key) {
        return limit(key).value();
    }
}
