package org.ecgnet.triage;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;

/**
 * Reads the text of a profile over the profile it is based on, strictly: a key that no rule has, a number without a source or
 * with another unit is refused, since a limit that is silently not used is a limit that nobody checks.
 */
final class ProfileText {

    private static final String FOLDER = "org/ecgnet/triage/profiles/";
    private static final String CATALOGUE_ID = "R(0[1-9]|1\\d|2[0-7])b?|Y(0[1-9]|1[0-7])";
    private static final double LARGEST = 1e6;

    private ProfileText() {}

    /** One of the profiles in the folder beside this class. */
    static RuleProfile builtIn(String name, String base) {
        return read(resource(name), resource(base));
    }

    /**
     * A county's own profile: a name and a version of its own, the base it stands on, and the limits that differ.
     *
     * @throws SettingsException naming the key, and the nearest one there is
     */
    static RuleProfile county(String text, List<String> builtIn) {
        Config own = parsed(text);
        String base = own.hasPath("base") ? own.getString("base") : builtIn.get(0);
        if (!builtIn.contains(base)) {
            throw new SettingsException("base: '" + base + "' (expected: one of " + String.join(", ", builtIn) + ")");
        }
        for (String key : List.of("name", "version")) {
            if (!own.hasPath(key)) {
                throw new SettingsException(key + ": missing (expected: the profile's own)");
            }
        }
        if (builtIn.stream().anyMatch(own.getString("name")::equalsIgnoreCase)) {
            throw new SettingsException(
                    "name: '" + own.getString("name") + "' (expected: a name that no profile of the program bears)");
        }
        Config root = resource(builtIn.get(0));
        return read(own, base.equals(builtIn.get(0)) ? root : resource(base).withFallback(root));
    }

    private static Config parsed(String text) {
        try {
            return ConfigFactory.parseString(text).resolve();
        } catch (ConfigException e) {
            throw new SettingsException(String.valueOf(e.getMessage()));
        }
    }

    private static Config resource(String name) {
        return ConfigFactory.parseResources(ProfileText.class.getClassLoader(), FOLDER + name + ".conf")
                .resolve();
    }

    private static RuleProfile read(Config own, Config base) {
        StrictSettings all = StrictSettings.of(own, base);
        Map<String, Limit> limits = new TreeMap<>();
        Config rules = base.getConfig("limits");
        for (String rule : rules.root().keySet()) {
            for (String name : rules.getObject(rule).keySet()) {
                String path = "limits." + rule + "." + name;
                checked(own, base, path);
                StrictSettings limit = all.group(path);
                String key = rule + "." + name;
                limits.put(
                        key,
                        new Limit(
                                key,
                                limit.number("value", -LARGEST, LARGEST),
                                limit.text("unit"),
                                limit.text("source")));
            }
        }
        return new RuleProfile(
                all.text("name"), all.text("version"), all.text("title.zh"), all.text("title.en"), silent(all), limits);
    }

    private static void checked(Config own, Config base, String path) {
        if (own.hasPath(path + ".value")
                && (!own.hasPath(path + ".source")
                        || own.getString(path + ".source").isBlank())) {
            throw new SettingsException(path + ": value without a source (expected: where the number comes from)");
        }
        if (own.hasPath(path + ".unit") && !own.getString(path + ".unit").equals(base.getString(path + ".unit"))) {
            throw new SettingsException(path + ".unit: '" + own.getString(path + ".unit") + "' (expected: '"
                    + base.getString(path + ".unit") + "')");
        }
    }

    private static Set<String> silent(StrictSettings all) {
        for (String id : all.texts("silent")) {
            if (!id.matches(CATALOGUE_ID)) {
                throw new SettingsException("silent: '" + id + "' (expected: ids of the catalogue such as R12)");
            }
        }
        return Set.copyOf(all.texts("silent"));
    }
}
