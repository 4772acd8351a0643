package org.ecgnet.edge.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.edge.store.Strip;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The sheet as a printer gets it: Chromium's PDF, drawn by Poppler, measured in pixels. */
class PrintedSheetIT {

    @RegisterExtension
    static final PageInBrowser browser = new PageInBrowser();

    private static final Path PDFTOPPM = Path.of("/usr/bin/pdftoppm");
    private static final int DOTS_AN_INCH = 600;
    private static final int ROW_MM = 33;
    private static final int DARK = 0x404040;
    private static final double PIXELS_A_MM = DOTS_AN_INCH / 25.4;

    private final FakeDesk desk = browser.desk();

    @TempDir
    private Path folder;

    private Page sheet() {
        desk.strip = Optional.of(new Strip(
                0,
                Hearts.recording(Scenario.ANTERIOR_STEMI, 5, 10, new SampleRate(500))
                        .recording()
                        .waveform()));
        desk.show(FakeDesk.quiet(), List.of(ShownExams.redAcknowledged()));
        Page page = browser.open(ColorScheme.LIGHT);
        PageInBrowser.step(page, 4);
        page.getByText("看图 / 打印").click();
        assertThat(page.locator("print-sheet svg")).isVisible();
        return page;
    }

    @Test
    void onTheScreenItHasTwelveLeadsAndOneBelowAndNothingElseIsPrinted() {
        Page page = sheet();
        browser.picture(page, "paper-light");

        Assertions.assertThat(page.locator("print-sheet polyline").count()).isEqualTo(13);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("clinic-page nav").first()).isHidden();
    }

    @Test
    void onPaperASecondIsTwentyFiveMillimetresAndAMillivoltTen() throws Exception {
        assumeTrue(
                Files.isExecutable(PDFTOPPM), "SKIPPED: no pdftoppm, the printed sheet is not measured: poppler-utils");
        Page page = sheet();
        Path pdf = Path.of("target", "page", "paper.pdf");
        page.pdf(new Page.PdfOptions().setPath(pdf).setPreferCSSPageSize(true));
        BufferedImage paper = drawn(pdf);

        Assertions.assertThat(paper.getWidth() / PIXELS_A_MM).isCloseTo(297, Assertions.within(0.2));
        Assertions.assertThat(paper.getHeight() / PIXELS_A_MM).isCloseTo(210, Assertions.within(0.2));
        List<Integer> upright = heavy(paper.getWidth(), x -> share(paper, x, true));
        List<Integer> level = heavy(paper.getHeight(), y -> share(paper, y, false));
        expectFiveMillimetres(upright, 53); // 264 mm across
        expectFiveMillimetres(level, 27); // 132 mm down
        expectPulse(paper, upright.get(0), level.get(0));
    }

    private BufferedImage drawn(Path pdf) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        PDFTOPPM.toString(),
                        "-r",
                        String.valueOf(DOTS_AN_INCH),
                        "-png",
                        "-aa",
                        "no",
                        pdf.toString(),
                        folder.resolve("paper").toString())
                .inheritIO()
                .start();
        Assertions.assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        try (var pages = Files.list(folder)) {
            List<Path> all = pages.toList();
            Assertions.assertThat(all).as("pages").hasSize(1);
            return ImageIO.read(all.get(0).toFile());
        }
    }

    /** The heavy lines of the grid are a reddish grey that the fine ones and the trace are not. */
    private static boolean heavy(int rgb) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        return red > 190 && red < 240 && green > 130 && green < 178 && blue > 130 && blue < 178;
    }

    /** True where more than half of the row or column of the grid is heavy. */
    private static boolean share(BufferedImage paper, int at, boolean column) {
        int from = (int) ((column ? 50 : 12) * PIXELS_A_MM);
        int to = (int) ((column ? 178 : 272) * PIXELS_A_MM);
        int count = 0;
        for (int other = from; other < to; other++) {
            count += heavy(column ? paper.getRGB(at, other) : paper.getRGB(other, at)) ? 1 : 0;
        }
        return count * 2 > to - from;
    }

    /** The middle of each heavy line, in pixels. */
    private static List<Integer> heavy(int length, IntPredicate line) {
        List<Integer> middles = new ArrayList<>();
        int from = -1;
        for (int at = 0; at < length; at++) {
            if (line.test(at)) {
                from = from < 0 ? at : from;
            } else if (from >= 0) {
                middles.add((from + at - 1) / 2);
                from = -1;
            }
        }
        return middles;
    }

    private static void expectFiveMillimetres(List<Integer> lines, int count) {
        Assertions.assertThat(lines).hasSize(count);
        double mean = (lines.get(count - 1) - lines.get(0)) / PIXELS_A_MM / (count - 1);
        Assertions.assertThat(mean).isCloseTo(5.00, Assertions.within(0.01));
        for (int n = 1; n < count; n++) {
            Assertions.assertThat((lines.get(n) - lines.get(n - 1)) / PIXELS_A_MM)
                    .isCloseTo(5.00, Assertions.within(0.05));
        }
    }

    /** One millivolt for 200 ms, black, near the left edge of the first row: its top is ten millimetres above what is before it. */
    private static void expectPulse(BufferedImage paper, int left, int top) {
        double before = black(paper, left + 3 * PIXELS_A_MM, top);
        double within = black(paper, left + 6.5 * PIXELS_A_MM, top);
        Assertions.assertThat((before - within) / PIXELS_A_MM).isCloseTo(10.00, Assertions.within(0.1));
    }

    /** The middle of what is black in a column of the first row. */
    private static double black(BufferedImage paper, double x, int top) {
        return IntStream.range(top, top + (int) (ROW_MM * PIXELS_A_MM))
                .filter(y -> (paper.getRGB((int) x, y) & 0xFFFFFF) < DARK)
                .average()
                .orElseThrow();
    }
}
