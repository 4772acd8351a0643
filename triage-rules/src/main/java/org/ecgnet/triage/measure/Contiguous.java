package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.ecgnet.ecg.Lead;

/**
 * Two leads that look at neighbouring parts of the heart (Thygesen 2018; AHA/ACCF/HRS 2009, part VI: limb leads in the
 * order of Cabrera).
 */
public record Contiguous(Lead first, Lead second) {

    public static final List<Contiguous> PAIRS = List.of(
            new Contiguous(Lead.AVL, Lead.I),
            new Contiguous(Lead.II, Lead.AVF),
            new Contiguous(Lead.AVF, Lead.III),
            new Contiguous(Lead.II, Lead.III),
            new Contiguous(Lead.V1, Lead.V2),
            new Contiguous(Lead.V2, Lead.V3),
            new Contiguous(Lead.V3, Lead.V4),
            new Contiguous(Lead.V4, Lead.V5),
            new Contiguous(Lead.V5, Lead.V6),
            new Contiguous(Lead.V6, Lead.V7),
            new Contiguous(Lead.V7, Lead.V8),
            new Contiguous(Lead.V8, Lead.V9),
            new Contiguous(Lead.V3R, Lead.V4R));

    /** The same with aVR, which here stands for its inverse: it closes the gap between I and II. */
    public static final List<Contiguous> WITH_INVERTED_AVR = withInvertedAvr();

    private static List<Contiguous> withInvertedAvr() {
        List<Contiguous> pairs = new ArrayList<>(PAIRS);
        pairs.add(new Contiguous(Lead.I, Lead.AVR));
        pairs.add(new Contiguous(Lead.AVR, Lead.II));
        return List.copyOf(pairs);
    }

    /** The leads for which something holds and that have a neighbour for which it holds too. */
    public static Set<Lead> neighbours(List<Contiguous> pairs, Predicate<Lead> holds) {
        Set<Lead> found = EnumSet.noneOf(Lead.class);
        for (Contiguous pair : pairs) {
            if (holds.test(pair.first) && holds.test(pair.second)) {
                found.add(pair.first);
                found.add(pair.second);
            }
        }
        return found;
    }

    /** The most that two neighbours have in common: the greatest of the pairs' lesser values; 0 when none is positive. */
    public static double shared(List<Contiguous> pairs, ToDoubleFunction<Lead> strength) {
        double most = 0;
        for (Contiguous pair : pairs) {
            most = Math.max(most, Math.min(strength.applyAsDouble(pair.first), strength.applyAsDouble(pair.second)));
        }
        return most;
    }

    /** As a sentence names them. */
    public static String names(Collection<Lead> leads) {
        return String.join(", ", leads.stream().map(Lead::label).toList());
    }
}
