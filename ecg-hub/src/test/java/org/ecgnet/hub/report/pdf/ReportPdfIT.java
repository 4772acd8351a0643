package org.ecgnet.hub.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.UnitMarks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The paper as a printer would make it, measured in dots of 1/300 inch: 0.085 mm. */
class ReportPdfIT {

    @RegisterExtension
    static final Papers PAPERS = new Papers();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(PaperLayout.class)
    void fiveMillimetresAreFiveMillimetresInEveryLayout(PaperLayout layout) throws Exception {
        PrintedPage page = PrintedPage.of(
                PAPERS.print(folder, "grid-" + layout, Papers.paper(Papers.flat(), layout, Optional.empty())), 1);

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
        PrintedPage page = PrintedPage.of(
                PAPERS.print(folder, "pulse-" + layout, Papers.paper(Papers.flat(), layout, Optional.empty())), 1);

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
        PrintedPage page = PrintedPage.of(
                PAPERS.print(
                        folder, "bar", Papers.paper(Papers.flat(), PaperLayout.THREE_BY_FOUR_RHYTHM, Optional.empty())),
                1);

        assertThat(page.longestAcross(184 + 4 + 2.2 + 0.75, PrintedPage::dark)).isEqualTo(50.0, within(0.1));
        assertThat(page.width() / PrintedPage.DOTS_PER_MILLIMETRE).isEqualTo(297, within(0.2));
    }

    @Test
    void aSecondIsTwentyFiveMillimetresAndColumnsStandOnTheSameTimeAsTheStrip() throws Exception {
        PrintedPage page = PrintedPage.of(
                PAPERS.print(
                        folder,
                        "time",
                        Papers.paper(Papers.ticks(), PaperLayout.THREE_BY_FOUR_RHYTHM, Optional.empty())),
                1);

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
    void pacingMarksAndLeadsOffAreDrawnFromTheUnitsMarks() throws Exception {
        var marks = new UnitMarks(
                List.of(new LeadOff(Lead.V3, 2_050, 3_900)), List.of(250, 750, 1_250), List.of(), List.of(2_400));
        var recording = new Recording(Papers.NOW, Papers.flat().waveform(), marks);
        Path pdf = PAPERS.print(folder, "marks", Papers.paper(recording, PaperLayout.TWELVE_BY_ONE, Optional.empty()));
        PrintedPage page = PrintedPage.of(pdf, 1);

        assertThat(PrintedPage.text(pdf)).contains("V3 脱落 off 4.1–7.8 s");
        assertThat(page.count(26, 64, 280, 184, PrintedPage::violet)).isGreaterThan(500);
        assertThat(page.count(26 + 0.5 * 25 - 1, 64, 26 + 0.5 * 25 + 1, 184, PrintedPage::pacing))
                .isGreaterThan(300);
        assertThat(page.count(26 + 3 * 25 - 1, 64, 26 + 3 * 25 + 1, 184, PrintedPage::pacing))
                .isZero();
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
}
