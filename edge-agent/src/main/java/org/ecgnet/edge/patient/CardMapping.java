package org.ecgnet.edge.patient;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ecgnet.ecg.Sex;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;

/**
 * Which fields of a bridge's answer mean what; {@code card-mapping-reference.conf} documents each. A field is named by
 * its path, parted by points.
 *
 * @param ok field that says whether a card was read; empty when the answer has none
 * @param okValues its values when one was
 * @param message the bridge's own words when none was
 */
public record CardMapping(
        String ok,
        List<String> okValues,
        String message,
        String name,
        String identity,
        String card,
        String sex,
        List<String> male,
        List<String> female) {

    private static final String REFERENCE = "card-mapping-reference.conf";

    public CardMapping {
        okValues = List.copyOf(okValues);
        male = List.copyOf(male);
        female = List.copyOf(female);
    }

    /** The fields of the reference. */
    public static CardMapping standard() {
        return of(ConfigFactory.empty());
    }

    /**
     * The mapping of a file over the reference.
     *
     * @throws SettingsException naming the file, or the key, that cannot be used
     */
    public static CardMapping of(Path file) {
        if (!Files.isReadable(file)) {
            throw new SettingsException("card mapping " + file + " is not there or cannot be read");
        }
        try {
            return of(ConfigFactory.parseFile(file.toFile()));
        } catch (ConfigException | SettingsException e) {
            throw new SettingsException("card mapping " + file + ": " + e.getMessage());
        }
    }

    static CardMapping of(Config given) {
        Config reference = ConfigFactory.parseResources(CardMapping.class.getClassLoader(), REFERENCE);
        StrictSettings all = StrictSettings.of(given, reference);
        return new CardMapping(
                all.text("ok"),
                all.texts("ok-values"),
                all.text("message"),
                all.text("name"),
                all.text("identity"),
                all.text("card"),
                all.text("sex"),
                all.texts("male"),
                all.texts("female"));
    }

    Sex sexOf(String value) {
        String given = value.strip().toUpperCase(Locale.ROOT);
        return male.stream().anyMatch(one -> one.toUpperCase(Locale.ROOT).equals(given))
                ? Sex.MALE
                : female.stream().anyMatch(one -> one.toUpperCase(Locale.ROOT).equals(given))
                        ? Sex.FEMALE
                        : Sex.UNKNOWN;
    }
}
