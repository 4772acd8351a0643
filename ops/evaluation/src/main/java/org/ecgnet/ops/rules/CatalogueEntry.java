package org.ecgnet.ops.rules;

import com.typesafe.config.ConfigFactory;
import java.util.List;

/**
 * One id of the catalogue in words.
 *
 * @param level as the catalogue has it, such as {@code RED HARD}
 * @param test what is looked for, without its numbers
 */
record CatalogueEntry(String id, String level, String chinese, String english, String test) {

    /** All ids, red before yellow. */
    static List<CatalogueEntry> all() {
        return ConfigFactory.parseResources(CatalogueEntry.class, "catalogue.conf").getConfigList("rules").stream()
                .map(one -> new CatalogueEntry(
                        one.getString("id"),
                        one.getString("level"),
                        one.getString("zh"),
                        one.getString("en"),
                        one.getString("test")))
                .toList();
    }
}
