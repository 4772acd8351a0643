package org.ecgnet.ops.evaluate.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ops.evaluate.label.WaveLabels;
import org.ecgnet.ops.evaluate.result.Mark;

/**
 * Wave boundaries lead by lead against a cardiologist's marks: a mark within 150 ms is found; its error is answer minus label.
 * The limits are twice the standard deviations of the CSE working party (1985), the usual measure.
 */
final class WaveTables {

    private static final double TOLERANCE_MILLIS = 150;
    private static final Map<Mark, Double> CSE_MILLIS =
            Map.of(Mark.P_ON, 10.2, Mark.P_OFF, 12.7, Mark.QRS_ON, 6.5, Mark.QRS_OFF, 11.6, Mark.T_OFF, 30.6);

    private static final class Tally {
        private final Spread errors = new Spread();
        private int labelled;
        private int invented;
    }

    private final Map<Lead, Map<Mark, Tally>> tallies = new EnumMap<>(Lead.class);
    private int records;

    private WaveTables() {}

    static List<String> of(List<Scored> all) {
        WaveTables tables = new WaveTables();
        all.stream().filter(one -> !one.labels().waves().isEmpty()).forEach(tables::add);
        return tables.records == 0 ? List.of("No annotated waves.", "") : tables.lines();
    }

    /** Errors of one mark over all leads, in ms; empty when none was found. */
    static Optional<Spread> error(List<Scored> all, Mark mark) {
        WaveTables tables = new WaveTables();
        all.stream().filter(one -> !one.labels().waves().isEmpty()).forEach(tables::add);
        Spread errors = new Spread();
        tables.tallies.values().forEach(lead -> Optional.ofNullable(lead.get(mark))
                .ifPresent(tally -> tally.errors.each(errors::add)));
        return errors.count() < 2 ? Optional.empty() : Optional.of(errors);
    }

    private void add(Scored scored) {
        records++;
        scored.labels().waves().forEach((lead, labels) -> {
            List<Map<Mark, Integer>> beats = scored.result().marks().getOrDefault(lead, List.of());
            for (Mark mark : Mark.values()) {
                double[] found = beats.stream()
                        .flatMap(beat -> Optional.ofNullable(beat.get(mark)).stream())
                        .mapToDouble(Integer::doubleValue)
                        .sorted()
                        .toArray();
                add(scored, labels, mark, found, tally(lead, mark));
            }
        });
    }

    private Tally tally(Lead lead, Mark mark) {
        return tallies.computeIfAbsent(lead, any -> new EnumMap<>(Mark.class))
                .computeIfAbsent(mark, any -> new Tally());
    }

    private static void add(Scored scored, WaveLabels labels, Mark mark, double[] found, Tally tally) {
        double[] expected = labels.of(mark).stream()
                .mapToDouble(Integer::doubleValue)
                .sorted()
                .toArray();
        Pairing pairs = Pairing.of(expected, found, scored.samples(TOLERANCE_MILLIS));
        tally.labelled += expected.length;
        for (int k = 0; k < expected.length; k++) {
            if (pairs.found(k)) {
                tally.errors.add(scored.millis(found[pairs.foundOf()[k]] - expected[k]));
            }
        }
        for (int k = 0; k < found.length; k++) {
            tally.invented += !pairs.paired()[k] && labels.within().contains(found[k]) ? 1 : 0;
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(
                List.of(records + " records; error = answer minus label in ms, within 150 ms of the label.", ""));
        List<Lead> every = List.copyOf(tallies.keySet());
        lines.addAll(table("all leads", every));
        lines.addAll(table("limb leads", every.stream().filter(Lead::limb).toList()));
        lines.addAll(
                table("chest leads", every.stream().filter(lead -> !lead.limb()).toList()));
        lines.addAll(byLead(every));
        return lines;
    }

    private List<String> table(String name, List<Lead> leads) {
        List<List<String>> rows = new ArrayList<>();
        for (Mark mark : Mark.values()) {
            Spread errors = new Spread();
            int labelled = 0;
            int invented = 0;
            for (Lead lead : leads) {
                Tally tally = tally(lead, mark);
                tally.errors.each(errors::add);
                labelled += tally.labelled;
                invented += tally.invented;
            }
            double limit = CSE_MILLIS.getOrDefault(mark, Double.NaN);
            String inside = errors.deviation() <= limit ? "inside" : "outside";
            rows.add(List.of(
                    mark.key(),
                    "" + labelled,
                    new Share(errors.count(), labelled).percent(2),
                    new Share(errors.count(), errors.count() + invented).percent(2),
                    Markdown.number(errors.mean()),
                    Markdown.number(errors.deviation()),
                    Double.isNaN(limit) ? "" : Markdown.number(limit) + ", " + inside));
        }
        return Markdown.table(
                List.of(name, "labelled", "sensitivity", "PPV within the labelled stretch", "mean", "SD", "CSE 2 SD"),
                rows);
    }

    private List<String> byLead(List<Lead> leads) {
        List<String> head = new ArrayList<>(List.of("lead: Se %, mean ± SD ms"));
        for (Mark mark : Mark.values()) {
            head.add(mark.key());
        }
        List<List<String>> rows = new ArrayList<>();
        for (Lead lead : leads) {
            List<String> row = new ArrayList<>(List.of(lead.label()));
            for (Mark mark : Mark.values()) {
                Tally tally = tally(lead, mark);
                row.add(Markdown.number(100.0 * tally.errors.count() / Math.max(1, tally.labelled)) + ", "
                        + Markdown.number(tally.errors.mean()) + " ± " + Markdown.number(tally.errors.deviation()));
            }
            rows.add(row);
        }
        return Markdown.table(head, rows);
    }
}
