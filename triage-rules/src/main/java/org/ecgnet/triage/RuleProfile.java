package org.ecgnet.triage;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of one rule catalogue, as versioned data: a file of the folder {@code profiles} beside
 * this class, or a county's own.
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

    /** Every profile there is; the first is the one that is used where nothing is said, and the base of the others. */
    public static final List<String> NAMES = List.of("DEFAULT", "CN2017", "ZJ", "PROV-B", "SX", "UNION");

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
                .orElseThrow(() -> new IllegalArgumentException("profile: '" + name + "' (expected: one of "
                        + String.join(", ", NAMES) + ", or a file that ends in .conf)"));
        return ProfileText.builtIn(known, NAMES.get(0));
    }

    /**
     * A county's own profile from its text: {@code name}, {@code version}, optionally the {@code base} it stands on, and the
     * limits that differ, each with its source. So a number is corrected without a release.
     *
     * @throws org.ecgnet.settings.SettingsException naming the key that cannot be used, and the nearest one there is
     */
    public static RuleProfile parse(String text) {
        return ProfileText.county(text, NAMES);
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
