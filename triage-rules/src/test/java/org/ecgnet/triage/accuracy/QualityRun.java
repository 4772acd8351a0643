package org.ecgnet.triage.accuracy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;

/**
 * Counts per set of recordings how many are good, poor and unreadable, how many readings are GREY, and why.
 *
 * <p>Argument: folder of the recordings.
 */
public final class QualityRun {

    private QualityRun() {}

    public static void main(String[] arguments) {
        Records records = new Records(Path.of(arguments[0]));
        Triage triage = new Triage(RuleProfile.DEFAULT);
        for (String folder : SwapLearning.FOLDERS) {
            Map<String, Integer> counts = new TreeMap<>();
            Map<String, List<String>> why = new TreeMap<>();
            List<String> names = records.in(folder);
            for (String record : names) {
                WfdbFile file = records.read(record);
                Reading reading = triage.read(file.recording(), file.patient(), Symptoms.NONE);
                counts.merge(reading.quality().level().name(), 1, Integer::sum);
                counts.merge("level " + reading.level(), 1, Integer::sum);
                for (Finding finding : reading.findings(TriageLevel.GREY).toList()) {
                    why.computeIfAbsent(finding.code(), code -> new ArrayList<>())
                            .add(record.substring(record.lastIndexOf('/') + 1));
                }
            }
            System.out.println(folder + ": " + names.size() + " recordings " + counts);
            why.forEach((code, of) -> System.out.println("  " + code + " " + of.size() + " " + of));
        }
    }
}
