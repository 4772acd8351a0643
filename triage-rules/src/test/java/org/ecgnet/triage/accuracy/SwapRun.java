package org.ecgnet.triage.accuracy;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.Examination;
import org.ecgnet.triage.QualityReport;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.ecgnet.triage.reversal.ElectrodeSwap;
import org.ecgnet.triage.reversal.LeadReversal;

/**
 * Exchanges electrodes of every real 12-lead recording by computation and counts which are named.
 *
 * <p>Argument: folder of the recordings. Recordings with an unusable lead among the eight are left out and counted.
 */
public final class SwapRun {

    /** What was named in one half of the recordings. */
    static final class Count {
        int records;
        int unusable;
        final Map<ElectrodeSwap, Integer> named = new EnumMap<>(ElectrodeSwap.class);
        final Map<ElectrodeSwap, Integer> otherwise = new EnumMap<>(ElectrodeSwap.class);
        final Map<String, LeadReversal> asRecorded = new java.util.TreeMap<>();

        double sensitivity(ElectrodeSwap swap) {
            return (double) named.getOrDefault(swap, 0) / records;
        }

        double specificity() {
            return 1 - (double) asRecorded.size() / records;
        }
    }

    private SwapRun() {}

    public static void main(String[] arguments) {
        Records records = new Records(Path.of(arguments[0]));
        for (boolean tune : new boolean[] {true, false}) {
            List<String> half = records.in(SwapLearning.FOLDERS).stream()
                    .filter(record -> Halves.tune(record) == tune)
                    .toList();
            print(tune ? "tune" : "check", count(records, half));
        }
    }

    static Count count(Records records, List<String> names) {
        Triage triage = new Triage(RuleProfile.DEFAULT);
        Count count = new Count();
        for (String record : names) {
            WfdbFile file = records.read(record);
            Examination plain = triage.examine(file.recording(), file.patient(), Symptoms.NONE);
            if (!usable(plain)) {
                count.unusable++;
                continue;
            }
            count.records++;
            plain.reading().quality().reversal().ifPresent(reversal -> count.asRecorded.put(record, reversal));
            for (ElectrodeSwap swap : ElectrodeSwap.values()) {
                Optional<LeadReversal> found = triage.read(
                                Swapped.of(file.recording(), swap), file.patient(), Symptoms.NONE)
                        .quality()
                        .reversal();
                if (found.isPresent()) {
                    (found.get().swap() == swap ? count.named : count.otherwise).merge(swap, 1, Integer::sum);
                }
            }
        }
        return count;
    }

    private static boolean usable(Examination plain) {
        return plain.ecg().measured().signals().leads().containsAll(Lead.INDEPENDENT_8)
                && !plain.ecg().measured().beats().isEmpty()
                && !plain.reading().quality().leads().containsValue(QualityReport.Level.UNREADABLE);
    }

    private static void print(String half, Count count) {
        System.out.printf(
                "%s: %d recordings, %d with an unusable lead left out%n", half, count.records, count.unusable);
        for (ElectrodeSwap swap : ElectrodeSwap.values()) {
            System.out.printf(
                    "  %s named %.1f %%, taken for another %d%n",
                    swap, 100 * count.sensitivity(swap), count.otherwise.getOrDefault(swap, 0));
        }
        System.out.printf("  specificity %.2f %%; named as recorded:%n", 100 * count.specificity());
        count.asRecorded.forEach(
                (record, reversal) -> System.out.printf("    %s %s %.2f%n", record, reversal.swap(), reversal.score()));
    }
}
