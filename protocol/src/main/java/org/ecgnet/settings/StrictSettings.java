package org.ecgnet.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A tree of settings over its documented defaults.
 *
 * <p>The defaults (the program's {@code reference.conf}) list every key there is. A key given by the operator that is
 * not among them is refused. A default object marked with the single key {@code "*"} is a map: any key is allowed
 * below it, and each value has the form of the object under {@code "*"}.
 */
public final class StrictSettings {

    private static final String ANY = "*";

    private final Config config;
    private final String prefix;

    private StrictSettings(Config config, String prefix) {
        this.config = config;
        this.prefix = prefix;
    }

    /**
     * @param given what the operator wrote, unresolved
     * @param reference every key with its default
     * @throws SettingsException for a key that the reference does not have
     */
    public static StrictSettings of(Config given, Config reference) {
        List<String> unknown = new ArrayList<>();
        check(given.root(), reference.root(), "", reference, unknown);
        if (!unknown.isEmpty()) {
            throw new SettingsException(String.join("\n", unknown));
        }
        try {
            return new StrictSettings(given.withFallback(reference).resolve(), "");
        } catch (ConfigException e) {
            throw new SettingsException(String.valueOf(e.getMessage()));
        }
    }

    private static void check(
            ConfigObject given, ConfigObject known, String path, Config reference, List<String> unknown) {
        for (Map.Entry<String, ConfigValue> entry : given.entrySet()) {
            String key = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            ConfigValue expected = known.containsKey(ANY) ? known.get(ANY) : known.get(entry.getKey());
            if (expected == null) {
                unknown.add("unknown setting '" + key + "'" + place(entry.getValue()) + nearest(key, reference));
            } else if (expected.valueType() == ConfigValueType.OBJECT) {
                if (entry.getValue() instanceof ConfigObject below && expected instanceof ConfigObject knownBelow) {
                    check(below, knownBelow, key, reference, unknown);
                } else {
                    unknown.add("setting '" + key + "'" + place(entry.getValue()) + ": expected a group { ... }");
                }
            }
        }
    }

    private static String place(ConfigValue value) {
        return value.origin().lineNumber() < 0 ? "" : " (line " + value.origin().lineNumber() + ")";
    }

    private static String nearest(String key, Config reference) {
        Set<String> keys = new TreeSet<>();
        collect(reference.root(), "", keys);
        return NearestName.of(key, keys)
                .map(known -> ": did you mean '" + known + "'?")
                .orElse("");
    }

    private static void collect(ConfigObject object, String path, Set<String> keys) {
        for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
            String key = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            keys.add(key);
            if (entry.getValue() instanceof ConfigObject below) {
                collect(below, key, keys);
            }
        }
    }

    /** The group under a key. */
    public StrictSettings group(String key) {
        return new StrictSettings(value(key, config::getConfig, "a group { ... }"), prefix + key + ".");
    }

    /** The named groups below a map key, without the {@code "*"} that documents their form but with its defaults. */
    public Map<String, StrictSettings> groups(String key) {
        Map<String, StrictSettings> groups = new java.util.TreeMap<>();
        Config map = value(key, config::getConfig, "groups by name");
        Config form = map.root().containsKey(ANY) ? map.getConfig("\"" + ANY + "\"") : map;
        for (String name : map.root().keySet()) {
            if (!name.equals(ANY)) {
                Config one = map.getConfig("\"" + name + "\"").withFallback(form);
                groups.put(name, new StrictSettings(one, prefix + key + "." + name + "."));
            }
        }
        return groups;
    }

    /** The whole name of a key of this group, such as {@code dispatch.secrets}, for people. */
    public String name(String key) {
        return prefix + key;
    }

    public String text(String key) {
        return value(key, config::getString, "text");
    }

    public List<String> texts(String key) {
        return value(key, config::getStringList, "a list of texts");
    }

    public boolean flag(String key) {
        return value(key, config::getBoolean, "true or false");
    }

    public double number(String key, double from, double to) {
        double number = value(key, config::getDouble, "a number from " + from + " to " + to);
        if (!(number >= from && number <= to)) {
            throw bad(key, "" + number, "a number from " + from + " to " + to);
        }
        return number;
    }

    public int whole(String key, int from, int to) {
        int number = value(key, config::getInt, "a whole number from " + from + " to " + to);
        if (number < from || number > to) {
            throw bad(key, "" + number, "a whole number from " + from + " to " + to);
        }
        return number;
    }

    /** A duration such as {@code 30s} or {@code 5m}. */
    public Duration duration(String key, Duration from, Duration to) {
        String form = "a duration from " + from.toMillis() + "ms to " + to.toSeconds() + "s, such as 30s";
        Duration duration = value(key, config::getDuration, form);
        if (duration.compareTo(from) < 0 || duration.compareTo(to) > 0) {
            throw bad(key, duration.toMillis() + "ms", form);
        }
        return duration;
    }

    /** A size such as {@code 64KiB} or {@code 2GiB}, in bytes. */
    public long bytes(String key) {
        return value(key, config::getBytes, "a size such as 64KiB or 2GiB");
    }

    /** One of an enum's values, written in any case with hyphens for underscores. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        String given = text(key);
        List<String> names = new ArrayList<>();
        for (E value : type.getEnumConstants()) {
            String name = value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            if (name.equalsIgnoreCase(given)) {
                return value;
            }
            names.add(name);
        }
        throw bad(key, given, "one of " + names);
    }

    /** A text that a constructor checks; its complaint is reported with the key. */
    public <T> T parsed(String key, Function<String, T> parser) {
        String given = text(key);
        try {
            return parser.apply(given);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("setting '" + prefix + key + "': " + e.getMessage());
        }
    }

    private <T> T value(String key, Function<String, T> getter, String expected) {
        try {
            return getter.apply(key);
        } catch (ConfigException.Missing e) {
            throw new SettingsException("setting '" + prefix + key + "' is missing (expected: " + expected + ")");
        } catch (ConfigException e) {
            throw new SettingsException(
                    "setting '" + prefix + key + "': " + e.getMessage() + " (expected: " + expected + ")");
        }
    }

    private SettingsException bad(String key, String given, String expected) {
        return new SettingsException("setting '" + prefix + key + "': " + given + " (expected: " + expected + ")");
    }
}
