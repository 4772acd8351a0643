package org.ecgnet.hub.report;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The statements a reader can add, by subject, each once. Read from the resource {@code statements.conf}, whose order is
 * the order on the screen.
 */
public record PhraseTree(List<Group> groups) {

    private static final String RESOURCE = "org/ecgnet/hub/report/statements.conf";

    /** Statements of one subject, such as rhythm. */
    public record Group(String id, String chinese, String english, List<Phrase> phrases) {
        public Group {
            phrases = List.copyOf(phrases);
        }
    }

    public PhraseTree {
        groups = List.copyOf(groups);
        Map<String, String> seen = new LinkedHashMap<>();
        for (Group group : groups) {
            for (Phrase phrase : group.phrases()) {
                String other = seen.put(phrase.code(), group.id());
                if (other != null) {
                    throw new IllegalArgumentException(
                            phrase.code() + ": in " + other + " and " + group.id() + " (expected: once)");
                }
            }
        }
    }

    /** The tree that comes with the hub. */
    public static PhraseTree standard() {
        Config config = ConfigFactory.parseResources(PhraseTree.class.getClassLoader(), RESOURCE);
        List<Group> groups = new ArrayList<>();
        for (Config group : config.getConfigList("groups")) {
            List<Phrase> phrases = new ArrayList<>();
            for (List<String> row : rows(group)) {
                phrases.add(new Phrase(row.get(0), row.get(1), row.get(2)));
            }
            groups.add(new Group(group.getString("id"), group.getString("zh"), group.getString("en"), phrases));
        }
        return new PhraseTree(groups);
    }

    @SuppressWarnings("unchecked") // the resource's rows are lists of texts; a wrong one fails at the start
    private static List<List<String>> rows(Config group) {
        return (List<List<String>>) group.getAnyRef("statements");
    }

    /** The phrase of this acronym, capitals or not. */
    public Optional<Phrase> find(String code) {
        String wanted = code.toUpperCase(Locale.ROOT);
        return groups.stream()
                .flatMap(group -> group.phrases().stream())
                .filter(phrase -> phrase.code().equals(wanted))
                .findFirst();
    }
}
