package org.ecgnet.triage.accuracy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;

/**
 * Reads every 12-lead record of the development folder and writes one result line each.
 *
 * <p>Arguments: folder of the recordings, file to write, then the sub-folders to read (default: the 12-lead sets).
 */
public final class AccuracyRun {

    private static final String[] TWELVE_LEADS = {"ludb", "ptbxl", "cinc2020_2021", "code15", "zzu_pecg"};

    private AccuracyRun() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Records records = new Records(root);
        Triage triage = new Triage(RuleProfile.DEFAULT);
        String[] folders =
                arguments.length > 2 ? java.util.Arrays.copyOfRange(arguments, 2, arguments.length) : TWELVE_LEADS;
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            for (String record : records.in(folders)) {
                WfdbFile file = records.read(record);
                long start = System.nanoTime();
                Reading reading = triage.read(file.recording(), file.patient(), Symptoms.NONE);
                double millis = (System.nanoTime() - start) / 1e6;
                out.write(ResultLine.of(record, file.recording(), reading, millis));
                out.newLine();
            }
        }
    }
}
