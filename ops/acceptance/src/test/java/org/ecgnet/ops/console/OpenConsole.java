package org.ecgnet.ops.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.hub.report.ReportPolicy;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A centre with a normal exam and an infarction, and a browser at it, for one test class. After each test the browser
 * must have had nothing to complain of.
 */
final class OpenConsole implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {

    static final SiteCode DAGOU = new SiteCode("dagou-01");

    private final ReportPolicy reports;
    private Optional<Path> folder = Optional.empty();
    private Optional<SeededCentre> centre = Optional.empty();
    private Optional<ConsoleBrowser> browser = Optional.empty();
    private Optional<ExamId> normal = Optional.empty();
    private Optional<ExamId> infarction = Optional.empty();

    OpenConsole() {
        this(ReportPolicy.DEFAULT);
    }

    /** @param reports the county's choices about reports */
    OpenConsole(ReportPolicy reports) {
        this.reports = reports;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        ConsoleBrowser.assumeChromium();
        Path made = Files.createTempDirectory("ecg-console-test");
        folder = Optional.of(made);
        var seeded = new SeededCentre(made, reports);
        centre = Optional.of(seeded);
        browser = Optional.of(new ConsoleBrowser(seeded));
        normal = Optional.of(
                seeded.add(heart(Scenario.NORMAL), patient("王建国", "110101198901011234"), Symptoms.NONE, DAGOU));
        infarction = Optional.of(seeded.add(
                heart(Scenario.ANTERIOR_STEMI),
                patient("张<b>三</b>", "110101196001014321"),
                new Symptoms(true, false, false, false),
                DAGOU));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(browser().complaints).isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        browser.ifPresent(ConsoleBrowser::close);
        centre.ifPresent(SeededCentre::close);
        if (folder.isPresent()) {
            try (Stream<Path> files = Files.walk(folder.get())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    SeededCentre centre() {
        return centre.orElseThrow();
    }

    ConsoleBrowser browser() {
        return browser.orElseThrow();
    }

    ExamId normal() {
        return normal.orElseThrow();
    }

    /** Its patient's name has markup in it. */
    ExamId infarction() {
        return infarction.orElseThrow();
    }

    static Recording heart(Scenario scenario) {
        return Hearts.recording(scenario, 3, 10, new SampleRate(500)).recording();
    }

    /** Ten seconds of nothing: electrodes on, no heart. */
    static Recording flat() {
        Recording heart = heart(Scenario.NORMAL);
        Waveform waveform = heart.waveform();
        int[][] still = new int[waveform.leads().size()][waveform.length()];
        return Recording.of(
                heart.startedAt(), new Waveform(waveform.rate(), waveform.leads(), waveform.scales(), still));
    }

    static Patient patient(String name, String identityNumber) {
        return new Patient(Optional.of(name), Optional.of(identityNumber), Sex.MALE, OptionalInt.of(66));
    }
}
