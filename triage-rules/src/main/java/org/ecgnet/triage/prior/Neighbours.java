package org.ecgnet.triage.prior;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ecgnet.ecg.Lead;

/** Leads that look at one wall: inferior, high lateral, and each chest lead with the next (UDMI-4 2018). */
final class Neighbours {

    private static final List<Set<Lead>> PAIRS = List.of(
            Set.of(Lead.II, Lead.AVF),
            Set.of(Lead.AVF, Lead.III),
            Set.of(Lead.II, Lead.III),
            Set.of(Lead.I, Lead.AVL),
            Set.of(Lead.V1, Lead.V2),
            Set.of(Lead.V2, Lead.V3),
            Set.of(Lead.V3, Lead.V4),
            Set.of(Lead.V4, Lead.V5),
            Set.of(Lead.V5, Lead.V6));

    private Neighbours() {}

    /** Those of the leads that have a neighbour among them, in the order of {@link Lead}. */
    static List<Lead> among(Set<Lead> leads) {
        Set<Lead> kept = new TreeSet<>();
        PAIRS.stream().filter(leads::containsAll).forEach(kept::addAll);
        return List.copyOf(kept);
    }

    /** The leads of the deltas whose values fulfil a condition, and which have a neighbour that does. */
    static List<Lead> among(Map<Lead, Delta> deltas, java.util.function.Predicate<Delta> condition) {
        Set<Lead> fulfilling = new TreeSet<>();
        deltas.forEach((lead, delta) -> {
            if (condition.test(delta)) {
                fulfilling.add(lead);
            }
        });
        return among(fulfilling);
    }
}
