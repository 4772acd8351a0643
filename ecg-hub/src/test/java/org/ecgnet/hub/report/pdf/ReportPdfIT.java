package org.ecgnet.hub.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.fiducial.BeatMarks;
import org.ecgnet.hub.fiducial.Fiducial;
import org.ecgnet.hub.fiducial.HandMeasurement;
import org.ecgnet.hub.paper.PaperException;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The paper as a printer would make it, measured in dots of 1/300 inch: 0.085 mm. */
class ReportPdfIT {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Patient ZHANG = Reds.patient("张三<b>", "11010519491231002X", 76);
    private static PaperFonts fonts = null; // read once: 4 MB

    @TempDir
    Path folder;

    @BeforeAll
    static void readFonts() {
        PrintedPage.assumePoppler();
        List<Path> files = List.of(
                Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
                Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"));
        org.junit.jupiter.api.Assumptions.assumeTrue(
                files.stream().allMatch(Files::isReadable),
                "SKIPPED, no paper was made: apt-get install -y fonts-dejavu-core fonts-droid-fallback");
        fonts = PaperFonts.read(files);
    }

    @ParameterizedTest
    @EnumSource(PaperLayout.class)
    void fiveMillimetresAreFiveMillimetresInEveryLayout(PaperLayout layout) throws Exception {
        PrintedPage page = PrintedPage.of(print("grid-" + layout, paper(flat(), layout, Optional.empty())), 1);

        List<Double> across = page.across(layout.area().top() + 2.5, PrintedPage::heavy);
        List<Double> down = page.down(16 + 265 - 2.5, PrintedPage::heavy);

        assertThat(across).hasSize(54);
        assertThat(down).hasSize(layout.area().boxesHigh() + 1);
        assertThat(spacing(across)).isEqualTo(5.00, within(0.05));
        assertThat(spacing(down)).isEqualTo(5.00, within(0.05));
        for (int line = 0; line < across.size(); line++) {
            assertThat(across.get(line) - across.get(0)).isEqualTo(line * 5.0, within(0.1));
        }
    }

    @ParameterizedTest
    @EnumSource(PaperLayout.class)
    void aMillivoltIsTenMillimetresAtTheStartOfEveryRow(PaperLayout layout) throws Exception {
        PrintedPage page = PrintedPage.of(print("pulse-" + layout, paper(flat(), layout, Optional.empty())), 1);

        // across the pulse's top, 2.5 to 7.5 mm behind the left edge, and across the row's baseline beside it
        List<Double> tops = page.down(16 + 5, PrintedPage::dark).stream()
                .filter(y -> y > layout.area().top() - 0.2 && y < 184)
                .toList();
        List<Double> baselines = page.down(16 + 1.7, PrintedPage::dark).stream()
                .filter(y -> y > layout.area().top() - 0.2 && y < 184)
                .toList();

        assertThat(tops).hasSize(layout.rows().size());
        assertThat(baselines).hasSize(layout.rows().size());
        for (int row = 0; row < tops.size(); row++) {
            assertThat(baselines.get(row) - tops.get(row)).isEqualTo(10.0, within(0.1));
        }
    }

    @Test
    void theCheckBarMeasuresFiftyMillimetres() throws Exception {
        PrintedPage page =
                PrintedPage.of(print("bar", paper(flat(), PaperLayout.THREE_BY_FOUR_RHYTHM, Optional.empty())), 1);

        assertThat(page.longestAcross(184 + 4 + 2.2 + 0.75, PrintedPage::dark)).isEqualTo(50.0, within(0.1));
        assertThat(page.width() / PrintedPage.DOTS_PER_MILLIMETRE).isEqualTo(297, within(0.2));
    }

    @Test
    void aSecondIsTwentyFiveMillimetresAndColumnsStandOnTheSameTimeAsTheStrip() throws Exception {
        PrintedPage page =
                PrintedPage.of(print("time", paper(ticks(), PaperLayout.THREE_BY_FOUR_RHYTHM, Optional.empty())), 1);

        // a narrow spike of 1 mV at each whole second, looked for 5 mm above the baselines of the first and the last
        // row
        List<Double> first = spikes(page, 64 + 20 - 5);
        List<Double> strip = spikes(page, 64 + 3 * 30 + 20 - 5);

        assertThat(strip).hasSize(9);
        assertThat(spacing(strip)).isEqualTo(25.0, within(0.05));
        assertThat(first).hasSameSizeAs(strip);
        for (int second = 0; second < strip.size(); second++) {
            assertThat(first.get(second)).isEqualTo(strip.get(second), within(0.1));
            assertThat(strip.get(second)).isEqualTo(16 + 10 + 25.0 * (second + 1), within(0.15));
        }
    }

    @Test
    void thePaperSaysEverythingInTextThatCanBeRead() throws Exception {
        Path pdf = print("words", paper(stemi(), PaperLayout.THREE_BY_FOUR_RHYTHM, Optional.empty()));

        String text = PrintedPage.text(pdf);

        assertThat(text)
                .contains("张三<b>", "11010519491231002X", "临河县心电中心", "25 mm/s", "10 mm/mV", "未滤波", "3x4+1R")
                .contains("此条须为 50 mm: 请按 100 % 打印", "this bar must measure 50 mm: print at 100 %")
                .contains("自动分析 未经确认 / AUTOMATIC, UNCONFIRMED")
                .contains("SHA-256 00112233")
                .contains("机器判读 machine, 未经确认 unconfirmed: 危急 CRITICAL")
                .doesNotContain("〓");
        assertThat(PrintedPage.fonts(pdf))
                .contains("DejaVuSans", "DroidSansFallback")
                .doesNotContain(" no  yes ");
        assertThat(Files.size(pdf)).isLessThan(1_000_000);
    }

    @Test
    void whatWasMeasuredByHandIsPrintedWithTheNameAndTheMachinesValueBesideIt() throws Exception {
        var automatic = new BeatMarks(Map.of(Fiducial.QRS_ON, 180, Fiducial.J, 230, Fiducial.T_END, 380));
        var hand = new HandMeasurement(
                2,
                new Person("liu", "刘主任"),
                NOW,
                500,
                OptionalDouble.of(810),
                "ecgnet-triage",
                automatic,
                automatic,
                new BeatMarks(Map.of(Fiducial.QRS_ON, 180, Fiducial.J, 230, Fiducial.T_END, 401)));
        Reading reading = read(stemi());
        Report signed = report(reading, List.of(signature(1)));
        Report measured = new Report(
                signed.examId(),
                signed.version(),
                signed.claims(),
                signed.machineLevel(),
                signed.overread(),
                signed.previousDigest(),
                signed.secondNeeded(),
                Optional.of(hand),
                signed.signatures());

        String text = PrintedPage.text(
                print("hand", paper(stemi(), PaperLayout.THREE_BY_FOUR_RHYTHM, Optional.of(measured))));

        long qt = Math.round(reading.measurements().qtMillis().orElseThrow());
        assertThat(text)
                .contains("手工测量 measured by hand,", "刘主任 [机器 machine]")
                .contains("442 ms [" + qt + "]")
                .doesNotContain("机器测量 by the machine", "〓");
    }

    @Test
    void aSignedPaperPartsThePhysicianFromTheMachineAndLosesItsWatermark() throws Exception {
        Reading reading = read(stemi());
        Path pdf = print(
                "signed",
                paper(stemi(), PaperLayout.THREE_BY_FOUR_RHYTHM, Optional.of(report(reading, List.of(signature(1))))));

        String text = PrintedPage.text(pdf);

        assertThat(text)
                .contains("医师诊断 physician: 危急 CRITICAL", "结论 conclusion: 急性前壁心肌梗死, 立即转院")
                .contains("报告医师 reader: 王医生", "执业证 licence 110441000000001", "机器判读 machine: 危急 CRITICAL")
                .doesNotContain("未经确认 / AUTOMATIC");
    }

    @Test
    void aReportThatWaitsForItsSecondReaderIsNotConfirmed() throws Exception {
        Reading reading = read(stemi());
        Report waiting = report(reading, List.of(signature(1)));
        var second = new Report(
                waiting.examId(),
                2,
                waiting.claims(),
                waiting.machineLevel(),
                Overreads.because(waiting.overread(), "", "补充定位"),
                Optional.of("00"),
                true,
                Optional.empty(),
                waiting.signatures());
        Path pdf = print("second", paper(stemi(), PaperLayout.SIX_BY_TWO, Optional.of(second)));

        assertThat(PrintedPage.text(pdf))
                .contains("待复核 waits for the second reader", "第 2 版 version, 修改理由 amended because: 补充定位")
                .contains("自动分析 未经确认 / AUTOMATIC, UNCONFIRMED");
    }

    @Test
    void pacingMarksAndLeadsOffAreDrawnFromTheUnitsMarks() throws Exception {
        var marks = new UnitMarks(
                List.of(new LeadOff(Lead.V3, 2_050, 3_900)), List.of(250, 750, 1_250), List.of(), List.of(2_400));
        var recording = new Recording(NOW, flat().waveform(), marks);
        Path pdf = print("marks", paper(recording, PaperLayout.TWELVE_BY_ONE, Optional.empty()));
        PrintedPage page = PrintedPage.of(pdf, 1);

        assertThat(PrintedPage.text(pdf)).contains("V3 脱落 off 4.1–7.8 s");
        assertThat(page.count(26, 64, 280, 184, PrintedPage::violet)).isGreaterThan(500);
        assertThat(page.count(26 + 0.5 * 25 - 1, 64, 26 + 0.5 * 25 + 1, 184, PrintedPage::pacing))
                .isGreaterThan(300);
        assertThat(page.count(26 + 3 * 25 - 1, 64, 26 + 3 * 25 + 1, 184, PrintedPage::pacing))
                .isZero();
    }

    @Test
    void aLeadThatWasNotRecordedIsSaidAndNeverDrawn() throws Exception {
        Waveform one = new Waveform(
                new SampleRate(500), List.of(Lead.I), List.of(new LeadScale(5, 0)), new int[][] {new int[5_000]});
        Path pdf =
                print("one", paper(new Recording(NOW, one, UnitMarks.NONE), PaperLayout.SIX_BY_TWO, Optional.empty()));

        assertThat(PrintedPage.text(pdf).split("无此导联 not recorded", -1)).hasSize(12);
    }

    @Test
    void wordsThatDoNotFitGoOnOverleaf() throws Exception {
        Reading reading = read(stemi());
        Report report = report(reading, List.of(signature(1)));
        var longer = new Report(
                report.examId(),
                1,
                report.claims(),
                report.machineLevel(),
                Overreads.concluded(report.overread(), "窦性心律, 胸前导联 ST 段抬高, 建议立即转院行急诊介入治疗。".repeat(14)),
                Optional.empty(),
                false,
                Optional.empty(),
                report.signatures());
        Path pdf = print("long", paper(stemi(), PaperLayout.THREE_BY_FOUR_RHYTHM, Optional.of(longer)));

        assertThat(PrintedPage.text(pdf)).contains("续见第 2 页", "第 2 / 2 页");
    }

    @Test
    void withoutAChineseFontThePaperIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> PaperFonts.read(List.of(Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))))
                .isInstanceOf(PaperException.class)
                .hasMessageContaining("fonts-droid-fallback");
        assertThatThrownBy(() -> PaperFonts.read(List.of(Path.of("no-such-font.ttf"))))
                .isInstanceOf(PaperException.class);
    }

    private static double spacing(List<Double> lines) {
        return (lines.get(lines.size() - 1) - lines.get(0)) / (lines.size() - 1);
    }

    private static List<Double> spikes(PrintedPage page, double y) {
        List<Double> all = page.across(y, PrintedPage::dark).stream()
                .filter(x -> x > 16 + 10 + 20)
                .toList();
        List<Double> spikes = new ArrayList<>();
        for (double x : all) {
            boolean near = Math.abs((x - 26) / 25 - Math.rint((x - 26) / 25)) < 0.02;
            if (near) {
                spikes.add(x);
            }
        }
        return spikes;
    }

    private Path print(String name, ReportPaper paper) throws IOException {
        byte[] bytes = ReportPdf.write(paper, fonts);
        String kept = System.getProperty("ecg.pictures", "");
        Path to = kept.isBlank() ? folder : Files.createDirectories(Path.of(kept));
        return Files.write(to.resolve(name + ".pdf"), bytes);
    }

    private static ReportPaper paper(Recording recording, PaperLayout layout, Optional<Report> report) {
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
                Optional.empty());
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

    private static Reading read(Recording recording) {
        return new Triage(RuleProfile.named("DEFAULT")).read(recording, ZHANG, Symptoms.NONE);
    }

    private static Report report(Reading reading, List<Signature> signatures) {
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

    private static Signature signature(int number) {
        return new Signature(
                new Signer("wang", "王医生", "110441000000001", "10.0.0.1"),
                NOW.plusSeconds(number),
                "0123456789abcdef".repeat(4),
                new Seal("SHA-256", ""),
                false);
    }

    private static Recording stemi() {
        return Hearts.recording(Scenario.ANTERIOR_STEMI, 3, 10, new SampleRate(500))
                .recording();
    }

    private static Recording flat() {
        return of(new int[5_000]);
    }

    /** A spike of 1 mV and one sample at each whole second, in every lead. */
    private static Recording ticks() {
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
