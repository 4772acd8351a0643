package org.ecgnet.triage.prior;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ecgnet.ecg.Lead;

/**
 * A recording beside the patient's earlier one.
 *
 * @param since when the earlier one was taken
 * @param appeared statements claimed now and not then
 * @param known statements claimed both times
 * @param gone statements claimed then and not now
 * @param deltas every figure that both have, global ones first, then ST and T by lead
 * @param stRose leads whose ST rose, each with a neighbour that did
 * @param stFell leads whose ST fell to below the line, each with a neighbour that did
 * @param tInverted leads whose T turned over, each with a neighbour that did
 */
public record SerialComparison(
        Instant since,
        List<String> appeared,
        List<String> known,
        List<String> gone,
        List<Delta> deltas,
        List<Lead> stRose,
        List<Lead> stFell,
        List<Lead> tInverted) {

    /** Name of the ST figures among the deltas. */
    public static final String ST = "ST at J";

    /** Name of the QTc figure among the deltas. */
    public static final String QTC = "QTc (Fridericia)";

    private static final String T = "T";

    public SerialComparison {
        appeared = List.copyOf(appeared);
        known = List.copyOf(known);
        gone = List.copyOf(gone);
        deltas = List.copyOf(deltas);
        stRose = List.copyOf(stRose);
        stFell = List.copyOf(stFell);
        tInverted = List.copyOf(tInverted);
    }

    /** Compares; neither set of figures is preferred. */
    public static SerialComparison of(PriorEcg prior, EcgFigures now, ChangeLimits limits) {
        EcgFigures then = prior.figures();
        Map<Lead, Delta> st = byLead(ST, then.stMicrovolts(), now.stMicrovolts());
        Map<Lead, Delta> t = byLead(T, then.tMicrovolts(), now.tMicrovolts());
        List<Lead> rose = Neighbours.among(st, d -> d.now() - d.before() >= limits.stRiseMicrovolts());
        List<Lead> fell = Neighbours.among(
                st, d -> d.before() - d.now() >= limits.stFallMicrovolts() && d.now() <= -limits.stFallMicrovolts());
        List<Lead> inverted = Neighbours.among(t, d -> d.before() > 0 && d.now() <= -limits.tInversionMicrovolts());
        List<Delta> deltas = new ArrayList<>(global(then, now, limits));
        deltas.addAll(marked(st, union(rose, fell)));
        deltas.addAll(marked(t, inverted));
        return new SerialComparison(
                prior.takenAt(),
                less(now.statements(), then.statements()),
                both(now.statements(), then.statements()),
                less(then.statements(), now.statements()),
                deltas,
                rose,
                fell,
                inverted);
    }

    /** True when no figure moved by its limit and no statement came or went. */
    public boolean unchanged() {
        return appeared.isEmpty() && gone.isEmpty() && deltas.stream().noneMatch(Delta::changed);
    }

    /** A figure then and now, where both have it. */
    public Optional<Delta> delta(String quantity, Optional<Lead> lead) {
        return deltas.stream()
                .filter(delta ->
                        delta.quantity().equals(quantity) && delta.lead().equals(lead))
                .findFirst();
    }

    private static List<Delta> global(EcgFigures then, EcgFigures now, ChangeLimits limits) {
        List<Delta> deltas = new ArrayList<>();
        add(deltas, "rate", "/min", then.rateBpm(), now.rateBpm(), limits.rateBpm());
        add(deltas, "PR", "ms", then.prMillis(), now.prMillis(), limits.prMillis());
        add(deltas, "QRS", "ms", then.qrsMillis(), now.qrsMillis(), limits.qrsMillis());
        add(deltas, QTC, "ms", then.qtcMillis(), now.qtcMillis(), limits.qtcMillis());
        if (then.axisDegrees().isPresent() && now.axisDegrees().isPresent()) {
            double before = then.axisDegrees().getAsDouble();
            double after = now.axisDegrees().getAsDouble();
            boolean turned = Math.abs(Math.IEEEremainder(after - before, 360)) >= limits.axisDegrees();
            deltas.add(new Delta("QRS axis", Optional.empty(), before, after, "deg", turned));
        }
        return deltas;
    }

    private static void add(
            List<Delta> deltas, String quantity, String unit, OptionalDouble then, OptionalDouble now, double limit) {
        if (then.isPresent() && now.isPresent()) {
            boolean changed = Math.abs(now.getAsDouble() - then.getAsDouble()) >= limit;
            deltas.add(new Delta(quantity, Optional.empty(), then.getAsDouble(), now.getAsDouble(), unit, changed));
        }
    }

    private static Map<Lead, Delta> byLead(String quantity, Map<Lead, Double> then, Map<Lead, Double> now) {
        Map<Lead, Delta> deltas = new TreeMap<>();
        then.forEach((lead, before) -> {
            if (now.containsKey(lead)) {
                deltas.put(
                        lead,
                        new Delta(quantity, Optional.of(lead), before, now.getOrDefault(lead, before), "uV", false));
            }
        });
        return deltas;
    }

    private static List<Delta> marked(Map<Lead, Delta> deltas, Collection<Lead> changed) {
        return deltas.values().stream()
                .map(d -> new Delta(
                        d.quantity(),
                        d.lead(),
                        d.before(),
                        d.now(),
                        d.unit(),
                        d.lead().filter(changed::contains).isPresent()))
                .toList();
    }

    private static Set<Lead> union(List<Lead> one, List<Lead> other) {
        Set<Lead> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }

    private static List<String> less(Set<String> of, Set<String> without) {
        return of.stream().filter(code -> !without.contains(code)).sorted().toList();
    }

    private static List<String> both(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).sorted().toList();
    }
}
