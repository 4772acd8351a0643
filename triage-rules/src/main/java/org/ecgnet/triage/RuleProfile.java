package org.ecgnet.triage;

/**
 * The thresholds of one rule catalogue, as versioned data.
 *
 * @param name such as {@code DEFAULT}
 * @param version raised at every change of a number
 */
public record RuleProfile(String name, String version) {

    /** CN2017 with first-found complete block, UDMI-4 and ACC 2022. */
    public static final RuleProfile DEFAULT = new RuleProfile("DEFAULT", "1");

    /** @throws IllegalArgumentException for a name no profile bears, listing those there are */
    public static RuleProfile named(String name) {
        if (name.equalsIgnoreCase(DEFAULT.name)) {
            return DEFAULT;
        }
        throw new IllegalArgumentException("profile: '" + name + "' (expected: DEFAULT)");
    }
}
