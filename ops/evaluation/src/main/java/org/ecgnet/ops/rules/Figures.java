package org.ecgnet.ops.rules;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/** How often each rule fires on real recordings: what {@code ./ops/evaluate --figures} stored. */
record Figures(Config stored) {

    static Figures parse(String text) {
        return new Figures(ConfigFactory.parseString(text));
    }

    /** Where the counts come from. */
    String origin() {
        return "Counts: %s, profile %s, %s; %d open recordings of about 10 s (see ops/evaluation), %d of them labelled normal."
                .formatted(
                        stored.getString("engine"),
                        stored.getString("profile"),
                        stored.getString("date"),
                        stored.getInt("records"),
                        stored.getInt("normal"));
    }

    /** Such as {@code 12 of 519, 0 of 184 normal ones}. */
    String of(String id) {
        String path = "rules.\"" + id + "\"";
        return "%d of %d recordings, %d of %d normal ones"
                .formatted(
                        count(path + ".records"),
                        stored.getInt("records"),
                        count(path + ".normal"),
                        stored.getInt("normal"));
    }

    private int count(String path) {
        return stored.hasPath(path) ? stored.getInt(path) : 0;
    }
}
