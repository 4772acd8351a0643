package org.ecgnet.hub.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.fiducial.BeatMarks;
import org.ecgnet.hub.fiducial.Fiducial;
import org.ecgnet.hub.fiducial.HandMeasurement;
import org.ecgnet.hub.paper.PaperException;
import org.ecgnet.hub.paper.PaperFonts;
import org.ecgnet.hub.report.Overreads;
import org.ecgnet.hub.report.Report;
import org.ecgnet.triage.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the paper says, read back from the file as text. */
class ReportWordsIT {

    @RegisterExtension
    static final Papers PAPERS = new Papers();

    @TempDir
    private Path folder;

    @Test
    void thePaperSaysEverythingInTextThatCanBeRead() throws Exception {
        Path pdf = PAPERS.print(
                folder, "words", Papers.paper(Papers.stemi(), PaperLayout.THREE_BY_FOUR_RHYTHM, Optional.empty()));

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
                Papers.NOW,
                500,
                OptionalDouble.of(810),
                "ecgnet-triage",
                automatic,
                automatic,
                new BeatMarks(Map.of(Fiducial.QRS_ON, 180, Fiducial.J, 230, Fiducial.T_END, 401)),
                Map.of(),
                Map.of());
        Reading reading = Papers.read(Papers.stemi());
        Report signed = Papers.report(reading, List.of(Papers.signature(1)));
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

        String text = PrintedPage.text(PAPERS.print(
                folder, "hand", Papers.paper(Papers.stemi(), PaperLayout.THREE_BY_FOUR_RHYTHM, Optional.of(measured))));

        long qt = Math.round(reading.measurements().qtMillis().orElseThrow());
        assertThat(text)
                .contains("手工测量 measured by hand,", "刘主任 [机器 machine]")
                .contains("442 ms [" + qt + "]")
                .doesNotContain("机器测量 by the machine", "〓");
    }

    @Test
    void aSignedPaperPartsThePhysicianFromTheMachineAndLosesItsWatermark() throws Exception {
        Reading reading = Papers.read(Papers.stemi());
        Path pdf = PAPERS.print(
                folder,
                "signed",
                Papers.paper(
                        Papers.stemi(),
                        PaperLayout.THREE_BY_FOUR_RHYTHM,
                        Optional.of(Papers.report(reading, List.of(Papers.signature(1))))));

        String text = PrintedPage.text(pdf);

        assertThat(text)
                .contains("医师诊断 physician: 危急 CRITICAL", "结论 conclusion: 急性前壁心肌梗死, 立即转院")
                .contains("报告医师 reader: 王医生", "执业证 licence 110441000000001", "机器判读 machine: 危急 CRITICAL")
                .doesNotContain("未经确认 / AUTOMATIC");
    }

    @Test
    void aReportThatWaitsForItsSecondReaderIsNotConfirmed() throws Exception {
        Reading reading = Papers.read(Papers.stemi());
        Report waiting = Papers.report(reading, List.of(Papers.signature(1)));
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
        Path pdf = PAPERS.print(
                folder, "second", Papers.paper(Papers.stemi(), PaperLayout.SIX_BY_TWO, Optional.of(second)));

        assertThat(PrintedPage.text(pdf))
                .contains("待复核 waits for the second reader", "第 2 版 version, 修改理由 amended because: 补充定位")
                .contains("自动分析 未经确认 / AUTOMATIC, UNCONFIRMED");
    }

    @Test
    void aLeadThatWasNotRecordedIsSaidAndNeverDrawn() throws Exception {
        Waveform one = new Waveform(
                new SampleRate(500), List.of(Lead.I), List.of(new LeadScale(5, 0)), new int[][] {new int[5_000]});
        Path pdf = PAPERS.print(
                folder,
                "one",
                Papers.paper(new Recording(Papers.NOW, one, UnitMarks.NONE), PaperLayout.SIX_BY_TWO, Optional.empty()));

        assertThat(PrintedPage.text(pdf).split("无此导联 not recorded", -1)).hasSize(12);
    }

    @Test
    void wordsThatDoNotFitGoOnOverleaf() throws Exception {
        Reading reading = Papers.read(Papers.stemi());
        Report report = Papers.report(reading, List.of(Papers.signature(1)));
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
        Path pdf = PAPERS.print(
                folder, "long", Papers.paper(Papers.stemi(), PaperLayout.THREE_BY_FOUR_RHYTHM, Optional.of(longer)));

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
}
