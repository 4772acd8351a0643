package org.ecgnet.ops.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.ops.evaluate.record.RecordName;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.RuleProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A user's own folder: simulated recordings as WFDB files, without labels, one of them damaged. */
class EvaluationIT {

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFolderWithoutLabelsIsReadAndSaysSo() throws IOException {
        write("ward/a", Scenario.NORMAL);
        write("b", Scenario.ANTERIOR_STEMI);
        Path out = folder.resolve("results.jsonl");
        Evaluation evaluation;
        try (BufferedWriter lines = Files.newBufferedWriter(out)) {
            evaluation = Evaluation.run(
                    folder, Evaluation.Selection.ALL, RuleProfile.DEFAULT, Evaluation.writingTo(lines), NOWHERE);
        }

        assertThat(evaluation.records())
                .extracting(one -> one.result().name().path())
                .containsExactly("b", "ward/a");
        assertThat(evaluation.records())
                .extracting(one -> one.result().reading().level())
                .containsExactly(TriageLevel.RED, TriageLevel.GREEN);
        assertThat(String.join("\n", evaluation.report())).contains("No labels", "provisional");
        assertThat(Files.readAllLines(out)).hasSize(2);
        assertThat(Files.readString(out))
                .contains("\"record\":\"ward/a\"", "\"level\":\"RED\",\"hard\":true", "\"provisional\":true");
    }

    @Test
    void aDamagedRecordIsNamedAndTheRestGoesOn() throws IOException {
        write("a", Scenario.NORMAL);
        write("broken", Scenario.NORMAL);
        Files.write(folder.resolve("broken.dat"), new byte[100]);
        Evaluation evaluation =
                Evaluation.run(folder, Evaluation.Selection.ALL, RuleProfile.DEFAULT, Evaluation.silent(), NOWHERE);

        assertThat(evaluation.records()).hasSize(1);
        assertThat(evaluation.problems()).containsOnlyKeys(new RecordName("broken"));
        assertThat(String.join("\n", evaluation.report())).contains("- broken: samples: ");
    }

    @Test
    void oneSignalAloneIsReadAlone() throws IOException {
        write("a", Scenario.NORMAL);
        Evaluation.Selection second = new Evaluation.Selection(RecordName.Part.ALL, OptionalInt.of(1), List.of("a"));
        Evaluation evaluation = Evaluation.run(folder, second, RuleProfile.DEFAULT, Evaluation.silent(), NOWHERE);

        assertThat(evaluation.records().get(0).result().beats()).hasSizeGreaterThan(9);
        assertThat(evaluation.records().get(0).result().reading().cannotJudge().toString())
                .contains("V1, V2, V3, V4, V5, V6 missing");
    }

    @Test
    void theExitCodeSaysWhetherAnythingWasRead() throws IOException {
        String out = folder.resolve("r.jsonl").toString();
        assertThat(new CommandLine(new Evaluate()).execute(folder.toString(), "--out", out))
                .isEqualTo(1);
        assertThat(new CommandLine(new Evaluate())
                        .execute(folder.resolve("absent").toString(), "--out", out))
                .isEqualTo(2);
        write("a", Scenario.NORMAL);
        assertThat(new CommandLine(new Evaluate()).execute(folder.toString(), "--out", out))
                .isZero();
    }

    private void write(String name, Scenario scenario) throws IOException {
        Waveform ecg = Hearts.recording(scenario, 1, 10, new SampleRate(500))
                .recording()
                .waveform();
        int[][] counts = ecg.counts();
        ByteBuffer bytes = ByteBuffer.allocate(ecg.length() * counts.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample = 0; sample < ecg.length(); sample++) {
            for (int[] lead : counts) {
                bytes.putShort((short) lead[sample]);
            }
        }
        Path header = folder.resolve(name + ".hea");
        Files.createDirectories(header.getParent());
        String file = header.getFileName().toString().replace(".hea", ".dat");
        StringBuilder text = new StringBuilder("x 12 500 " + ecg.length() + "\n");
        for (int lead = 0; lead < counts.length; lead++) {
            double gain = 1000 / ecg.scales().get(lead).microvoltsPerCount();
            text.append(file + " 16 " + gain + "(0)/mV 16 0 " + counts[lead][0] + " " + sum(counts[lead]) + " 0 "
                    + ecg.leads().get(lead).label() + "\n");
        }
        text.append("#Age: 60\n#Sex: M\n");
        Files.writeString(header, text, StandardCharsets.ISO_8859_1);
        Files.write(header.resolveSibling(file), bytes.array());
    }

    private static short sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return (short) sum;
    }
}
