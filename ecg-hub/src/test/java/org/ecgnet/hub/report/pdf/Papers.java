package org.ecgnet.hub.report.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.paper.PaperFonts;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.report.MachineClaim;
import org.ecgnet.hub.report.Overreads;
import org.ecgnet.hub.report.PhraseTree;
import org.ecgnet.hub.report.Report;
import org.ecgnet.hub.report.Seal;
import org.ecgnet.hub.report.Signature;
import org.ecgnet.hub.report.Signer;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Papers of one patient, printed with the fonts that Debian's packages have; kept in {@code -Decg.pictures=DIR}. */
final class Papers implements BeforeAllCallback {

    static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

    private static final Patient ZHANG = Reds.patient("张三<b>", "11010519491231002X", 76);

    private Optional<PaperFonts> fonts = Optional.empty(); // read once: 4 MB

    @Override
    public void beforeAll(ExtensionContext context) {
        PrintedPage.assumePoppler();
        List<Path> files = List.of(
                Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
                Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"));
        Assumptions.assumeTrue(
                files.stream().allMatch(Files::isReadable),
                "SKIPPED, no paper was made: apt-get install -y fonts-dejavu-core fonts-droid-fallback");
        fonts = Optional.of(PaperFonts.read(files));
    }

    /** @param folder where it is written unless pictures are to be kept */
    Path print(Path folder, String name, ReportPaper paper) throws IOException {
        String kept = System.getProperty("ecg.pictures", "");
        Path to = kept.isBlank() ? folder : Files.createDirectories(Path.of(kept));
        return Files.write(to.resolve(name + ".pdf"), ReportPdf.write(paper, fonts.orElseThrow()));
    }

    static ReportPaper paper(Recording recording, PaperLayout layout, Optional<Report> report) {
        Waveform waveform = recording.waveform();
        var exam = new Exam(
                ExamId.of(NOW, 1, 1),
                Reds.SITE,
                new UnitId("unit-1"),
                "reference 12",
                "周医生",
                ZHANG,
                new Symptoms(true, false, true, false),
                waveform.rate(),
                waveform.leads(),
                waveform.scales(),
                NOW,
                NOW.plusSeconds(2),
                Duration.ZERO,
                false,
                ExamState.COMPLETE,
                Optional.empty(),
                Bedside.NONE);
        return new ReportPaper(
                "临河县心电中心",
                "大沟村卫生室",
                exam,
                Optional.of(recording),
                Optional.of(new StoredReading(exam.id(), 1, StoredReading.Origin.ENGINE, read(recording), NOW)),
                report,
                report.flatMap(Report::byHand),
                "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
                layout,
                0,
                ZoneId.of("Asia/Shanghai"),
                NOW.plusSeconds(60));
    }

    static Reading read(Recording recording) {
        return new Triage(RuleProfile.named("DEFAULT")).read(recording, ZHANG, Symptoms.NONE);
    }

    static Report report(Reading reading, List<Signature> signatures) {
        List<MachineClaim> claims = MachineClaim.of(reading, PhraseTree.standard());
        return new Report(
                ExamId.of(NOW, 1, 1),
                1,
                claims,
                reading.level(),
                Overreads.concluded(
                        Overreads.of(
                                TriageLevel.RED,
                                claims.stream().map(Overreads::accepted).toArray(org.ecgnet.hub.report.Judged[]::new)),
                        "急性前壁心肌梗死, 立即转院"),
                Optional.empty(),
                false,
                Optional.empty(),
                signatures);
    }

    static Signature signature(int number) {
        return new Signature(
                new Signer("wang", "王医生", "110441000000001", "10.0.0.1"),
                NOW.plusSeconds(number),
                "0123456789abcdef".repeat(4),
                new Seal("SHA-256", ""),
                false);
    }

    static Recording stemi() {
        return Hearts.recording(Scenario.ANTERIOR_STEMI, 3, 10, new SampleRate(500))
                .recording();
    }

    static Recording flat() {
        return of(new int[5_000]);
    }

    /** A spike of 1 mV and one sample at each whole second, in every lead. */
    static Recording ticks() {
        int[] samples = new int[5_000];
        for (int second = 1; second < 10; second++) {
            samples[second * 500] = 200;
        }
        return of(samples);
    }

    private static Recording of(int[] samples) {
        int[][] counts = new int[12][];
        Arrays.fill(counts, samples);
        return Recording.of(
                NOW,
                new Waveform(
                        new SampleRate(500),
                        Lead.STANDARD_12,
                        Lead.STANDARD_12.stream()
                                .map(lead -> new LeadScale(5, 0))
                                .toList(),
                        counts));
    }
}
