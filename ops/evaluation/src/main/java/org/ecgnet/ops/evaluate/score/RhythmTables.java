package org.ecgnet.ops.evaluate.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ecgnet.ops.evaluate.label.Span;

/**
 * Rhythm episodes of long recordings: shockable ones in windows of 8 s (records with rhythm labels alone, as VFDB), and atrial
 * fibrillation second by second (records with beat labels too, as MIT-BIH).
 */
final class RhythmTables {

    private static final int WINDOW_SECONDS = 8;
    private static final Set<String> FIBRILLATION = Set.of("VF", "VFIB", "VFL");
    private static final Set<String> SHOCKABLE = Set.of("VF", "VFIB", "VFL", "VT");

    private enum Group {
        FIBRILLATION("VF, flutter"),
        TACHYCARDIA("VT"),
        ASYSTOLE("asystole"),
        SINUS("sinus (N)"),
        OTHER("other rhythm"),
        NOISE("noise");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        static Group of(String rhythm) {
            return switch (rhythm) {
                case "VF", "VFIB", "VFL" -> FIBRILLATION;
                case "VT" -> TACHYCARDIA;
                case "ASYS" -> ASYSTOLE;
                case "N", "NSR" -> SINUS;
                case "NOISE" -> NOISE;
                default -> OTHER;
            };
        }
    }

    private static final class Windows {
        private final Set<String> records = new HashSet<>();
        private int all;
        private int fibrillation;
        private int tachycardia;
        private int shockable;
        private int asystole;
    }

    private RhythmTables() {}

    static List<String> of(List<Scored> all) {
        List<String> lines = new ArrayList<>();
        lines.addAll(windows(all.stream()
                .filter(one -> !one.labels().rhythms().isEmpty()
                        && one.labels().beats().isEmpty())
                .toList()));
        Map<String, List<Scored>> sets = new TreeMap<>();
        all.stream()
                .filter(one -> !one.labels().rhythms().isEmpty()
                        && one.labels().beats().isPresent())
                .forEach(one -> sets.computeIfAbsent(one.set(), set -> new ArrayList<>())
                        .add(one));
        sets.forEach((set, records) -> lines.addAll(seconds(set, records)));
        return lines.isEmpty() ? List.of("No annotated rhythms.", "") : lines;
    }

    private static List<String> windows(List<Scored> records) {
        Map<Group, Windows> groups = new EnumMap<>(Group.class);
        for (Scored record : records) {
            BitSet fibrillation = covered(record, FIBRILLATION);
            BitSet tachycardia = covered(record, Set.of("VT"));
            BitSet asystole = covered(record, Set.of("ASYSTOLE"));
            int length = WINDOW_SECONDS * record.result().sampleRateHz();
            for (Span rhythm : record.labels().rhythms()) {
                Windows windows = groups.computeIfAbsent(Group.of(rhythm.name()), any -> new Windows());
                for (int from = (int) rhythm.from(); from + length <= rhythm.to(); from += length) {
                    int vf = fibrillation.get(from, from + length).cardinality();
                    int vt = tachycardia.get(from, from + length).cardinality();
                    windows.all++;
                    windows.records.add(record.result().name().path());
                    windows.fibrillation += 2 * vf >= length ? 1 : 0;
                    windows.tachycardia += 2 * vt >= length ? 1 : 0;
                    windows.shockable += 2 * (vf + vt) >= length ? 1 : 0;
                    windows.asystole += 2 * asystole.get(from, from + length).cardinality() >= length ? 1 : 0;
                }
            }
        }
        groups.values().removeIf(windows -> windows.all == 0);
        return groups.isEmpty() ? List.of() : windowLines(groups);
    }

    private static List<String> windowLines(Map<Group, Windows> groups) {
        List<List<String>> rows = new ArrayList<>();
        groups.forEach((group, w) -> rows.add(List.of(
                group.title,
                "" + w.all,
                "" + w.records.size(),
                new Share(w.fibrillation, w.all).percent(),
                new Share(w.tachycardia, w.all).percent(),
                new Share(w.shockable, w.all).percent(),
                new Share(w.all - w.shockable, w.all).percent(),
                new Share(w.asystole, w.all).percent())));
        List<String> lines = new ArrayList<>(List.of(
                "Windows of 8 s from the start of each annotated rhythm, none across two; called when episodes cover half of it."
                        + " Goals: VF and flutter called VF or VT 96 %, VT 85 %; not called 99 % of sinus, 97 % of other rhythms.",
                ""));
        lines.addAll(Markdown.table(
                List.of(
                        "labelled",
                        "windows",
                        "records",
                        "called VF",
                        "called VT",
                        "called VF or VT",
                        "not called VF or VT",
                        "called asystole"),
                rows));
        return lines;
    }

    private static BitSet covered(Scored record, Set<String> codes) {
        BitSet covered = new BitSet(record.result().samples());
        record.result().episodes().stream()
                .filter(episode -> codes.contains(episode.code()))
                .forEach(episode -> covered.set(Math.max(0, episode.from()), Math.max(0, episode.to())));
        return covered;
    }

    private static List<String> seconds(String set, List<Scored> records) {
        int[] sum = new int[4];
        int falsely = 0;
        int calm = 0;
        List<List<String>> rows = new ArrayList<>();
        for (Scored record : records) {
            BitSet said = covered(record, Set.of("AF"));
            BitSet shock = covered(record, SHOCKABLE);
            int[] here = new int[4];
            for (int second = 0; second < (int) record.result().seconds(); second++) {
                int at = (int) ((second + 0.5) * record.result().sampleRateHz());
                String rhythm = at(record.labels().rhythms(), at);
                if (rhythm.equals("AFIB") || !rhythm.equals("AFL")) {
                    here[(rhythm.equals("AFIB") ? 0 : 2) + (said.get(at) ? 0 : 1)]++;
                }
                calm += SHOCKABLE.contains(rhythm) ? 0 : 1;
                falsely += !SHOCKABLE.contains(rhythm) && shock.get(at) ? 1 : 0;
            }
            for (int k = 0; k < sum.length; k++) {
                sum[k] += here[k];
            }
            if (here[0] + here[1] + here[2] > 0) {
                rows.add(
                        List.of(record.result().name().name(), "" + here[0], "" + here[1], "" + here[2], "" + here[3]));
            }
        }
        List<String> lines = new ArrayList<>(List.of(
                set + ", atrial fibrillation by seconds (flutter left out): sensitivity "
                        + new Share(sum[0], sum[0] + sum[1]).percent(2) + ", specificity "
                        + new Share(sum[3], sum[2] + sum[3]).percent(2) + ", PPV "
                        + new Share(sum[0], sum[0] + sum[2]).percent(2)
                        + ". Seconds outside VT and VF called VF or VT: " + falsely + " of " + calm + ".",
                ""));
        lines.addAll(
                Markdown.table(List.of("record", "AF found, s", "AF missed, s", "AF invented, s", "rest, s"), rows));
        return lines;
    }

    private static String at(List<Span> rhythms, int sample) {
        String name = "";
        for (Span span : rhythms) {
            if (sample >= span.from() && sample < span.to()) {
                name = span.name();
            }
        }
        return name;
    }
}
