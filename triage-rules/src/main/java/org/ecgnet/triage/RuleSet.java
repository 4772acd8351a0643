package org.ecgnet.triage;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The rules of the catalogue, by id.
 *
 * <p>One line a rule in {@code META-INF/services/org.ecgnet.triage.TriageRule}: so the packages of the rules may see this one
 * without this one seeing them. An empty or doubled list is a broken build and no reading is made with it.
 */
final class RuleSet {

    private RuleSet() {}

    /** All rules, by id. */
    static List<TriageRule> all() {
        List<TriageRule> rules = ServiceLoader.load(TriageRule.class, TriageRule.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(TriageRule::id))
                .toList();
        long ids = rules.stream().map(TriageRule::id).distinct().count();
        if (rules.isEmpty() || ids != rules.size()) {
            throw new IllegalStateException("rules: " + rules.size() + ", ids: " + ids
                    + " (expected: one a line in META-INF/services/org.ecgnet.triage.TriageRule, each id once)");
        }
        return rules;
    }
}
