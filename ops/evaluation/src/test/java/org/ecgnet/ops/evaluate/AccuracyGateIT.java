package org.ecgnet.ops.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ops.evaluate.label.BeatLabels;
import org.ecgnet.ops.evaluate.label.Labels;
import org.ecgnet.ops.evaluate.label.Span;
import org.ecgnet.ops.evaluate.record.EcgRecord;
import org.ecgnet.ops.evaluate.record.RecordFolder;
import org.ecgnet.ops.evaluate.record.RecordName;
import org.ecgnet.ops.evaluate.result.Results;
import org.ecgnet.ops.evaluate.score.Scored;
import org.ecgnet.ops.evaluate.score.Summary;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.sim.heart.SimulatedEcg;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.junit.jupiter.api.Test;

/**
 * Accuracy does not fall unseen: a fixed part of the open recordings (one of {@value #ONE_OF} by the name's CRC-32) and simulated
 * hearts against the floor in {@code accuracy-floor.conf}.
 */
class AccuracyGateIT {

    private static final int ONE_OF = 7;
    private static final int SEEDS = 2;
    private static final SampleRate RATE = new SampleRate(500);
    private static final Config FLOOR = ConfigFactory.parseResources(AccuracyGateIT.class, "accuracy-floor.conf")
            .resolve();

    @Test
    void simulatedHeartsAreReadAsWellAsBefore() {
        Results results = new Results(new Triage(RuleProfile.DEFAULT));
        List<Scored> scored = new ArrayList<>();
        for (Scenario scenario : Scenario.values()) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                SimulatedEcg heart = Hearts.recording(scenario, seed, 10, RATE);
                if (!heart.truth().beats().isEmpty()) {
                    RecordName name = new RecordName("simulated/" + scenario + "-" + seed);
                    scored.add(new Scored(results.of(record(name, heart.recording())), labels(heart)));
                }
            }
        }

        holds("simulated", Summary.of(scored, List.of()));
    }

    @Test
    void openRecordingsAreReadAsWellAsBefore() throws IOException {
        Path data = Path.of(System.getProperty("ecg.data", "absent"));
        assumeTrue(Files.isDirectory(data.resolve("ludb")), "no open recordings at -Decg.data=" + data + ": skipped");
        List<String> part = new RecordFolder(data)
                .records(List.of("ludb", "ptbxl", "cinc2020_2021", "mitdb")).stream()
                        .filter(record -> record.oneOf(ONE_OF))
                        .map(RecordName::path)
                        .toList();
        Evaluation evaluation = Evaluation.run(
                data,
                new Evaluation.Selection(RecordName.Part.ALL, OptionalInt.empty(), part),
                RuleProfile.DEFAULT,
                Evaluation.silent(),
                new PrintStream(OutputStream.nullOutputStream()));

        holds("open", Summary.of(evaluation.records(), evaluation.codes()));
    }

    /** A floor says {@code at-least} or {@code at-most}; a number that is no longer measured is a fall too. */
    private static void holds(String group, Map<String, Double> measured) {
        String now = measured.entrySet().stream()
                .map(one -> String.format(Locale.ROOT, "  \"%s\" = %.4f", one.getKey(), one.getValue()))
                .collect(Collectors.joining("\n"));
        List<String> fallen = new ArrayList<>();
        Config floor = FLOOR.getConfig(group);
        floor.root().keySet().stream().sorted().forEach(name -> {
            Config limit = floor.getConfig("\"" + name + "\"");
            double value = measured.getOrDefault(name, Double.NaN);
            boolean low = limit.hasPath("at-least") && !(value >= limit.getDouble("at-least"));
            boolean high = limit.hasPath("at-most") && !(value <= limit.getDouble("at-most"));
            if (low || high) {
                fallen.add(name + ": " + value + " (expected: " + limit.root().unwrapped() + ")");
            }
        });

        assertThat(floor.root()).isNotEmpty();
        assertThat(fallen).as("measured now:\n%s\nfallen", now).isEmpty();
    }

    private static EcgRecord record(RecordName name, Recording recording) {
        return new EcgRecord(name, recording, Patient.of(Sex.MALE, 60), List.of());
    }

    private static Labels labels(SimulatedEcg heart) {
        double samplesAMilli = RATE.hertz() / 1000.0;
        List<BeatLabels.Beat> beats = heart.truth().beats().stream()
                .map(beat -> new BeatLabels.Beat(beat.atMillis() * samplesAMilli, 'N'))
                .toList();
        double from = beats.get(0).sample() - RATE.hertz() / 4.0;
        double to = beats.get(beats.size() - 1).sample() + RATE.hertz() / 4.0;
        return new Labels(
                Optional.of(new BeatLabels(beats, new Span(from, to, ""), List.of())),
                Map.of(),
                List.of(),
                Optional.empty(),
                false,
                List.of());
    }
}
