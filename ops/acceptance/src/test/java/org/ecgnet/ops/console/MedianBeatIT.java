package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The median beat: its marks by mouse and by keys, every interval at once, the engine's value kept beside. */
class MedianBeatIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    private static final int P = 0;
    private static final int PR = 1;
    private static final int QT = 3;
    private static final int FRIDERICIA = 5;

    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {"zh-CN", "en"})
    void aMarkMovedByKeysGivesEveryIntervalAnewAndTheAutomaticOneStays(String language) {
        Page page = median(language, CONSOLE.normal());
        double qt = value(page, 0, QT);
        assertThat(qt).isBetween(300.0, 460.0);
        assertThat(page.locator("ecg-median tbody tr")).hasCount(1);

        page.locator("ecg-marks [data-mark=tEnd]").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Shift+ArrowRight");

        assertThat(page.locator("ecg-median tbody tr")).hasCount(2);
        assertThat(value(page, 1, QT)).isEqualTo(qt + 2 + 50); // a sample at 500 Hz, a box at 100 mm/s
        assertThat(value(page, 0, QT)).isEqualTo(qt);
        assertThat(value(page, 1, FRIDERICIA) - value(page, 0, FRIDERICIA))
                .isCloseTo(52 / Math.cbrt(60.0 / 72), within(2.5));
        assertThat(value(page, 1, PR)).isEqualTo(value(page, 0, PR));
        assertThat(page.locator("ecg-median .chip")).isVisible();
        assertThat(page.locator("ecg-median td.moved")).hasCount(5); // QT and its four corrections

        page.keyboard().press("Shift+ArrowLeft");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("ecg-median tbody tr")).hasCount(1); // where the engine had it: no longer by hand
        page.keyboard().press("Escape");
        assertThat(page.locator("ecg-viewer > ecg-paper")).isVisible();
        page.context().close();
    }

    @Test
    void aMarkIsDraggedByTheMouseAndNeverPastItsNeighbour() {
        Page page = median("en", CONSOLE.normal());
        double pr = value(page, 0, PR);

        drag(page, "pOn", -10);
        assertThat(value(page, 1, PR)).isCloseTo(pr + 100, within(6.0)); // 10 mm at 100 mm/s
        drag(page, "pOn", 90);
        assertThat(value(page, 1, P)).isZero();

        page.locator("ecg-median button", new Page.LocatorOptions().setHasText("automatic"))
                .click();
        assertThat(page.locator("ecg-median tbody tr")).hasCount(1);
        page.context().close();
    }

    private static void drag(Page page, String mark, double mm) {
        BoundingBox grip = page.locator("ecg-marks [data-mark=" + mark + "]").boundingBox();
        double x = grip.x + grip.width / 2;
        double y = grip.y + grip.height / 2;
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + mm, y + 3);
        page.mouse().move(x + mm * Paper.PX_PER_MM, y + 3);
        page.mouse().up();
    }

    @Test
    void whereTheEngineSawNoPAHandMayMarkOneAndTakeItAwayAgain() {
        ExamId paced = CONSOLE.centre()
                .add(OpenConsole.heart(Scenario.PACED), Patient.UNKNOWN, Symptoms.NONE, OpenConsole.DAGOU);
        Page page = median("en", paced);
        assertThat(page.locator("ecg-marks [data-mark=pOn]")).hasCount(0);
        assertThat(cell(page, 0, PR)).hasText("–");

        page.locator("ecg-median button[data-wave=p]").click();
        assertThat(page.locator("ecg-marks [data-mark=pOn]")).hasCount(1);
        assertThat(value(page, 1, PR)).isEqualTo(160);
        page.locator("ecg-median button[data-wave=p]").click();
        assertThat(page.locator("ecg-median tbody tr")).hasCount(1);
        page.context().close();
    }

    @Test
    void itIsNeverDrawnAsRhythmAndSaysWhatItIs() {
        Page page = median("en", CONSOLE.normal());

        for (Locator paper : page.locator("ecg-median ecg-beats canvas").all()) {
            assertThat(paper).hasAttribute("aria-label", Pattern.compile("MEDIAN BEAT of \\d+ beats: no rhythm"));
        }
        assertThat(page.locator("ecg-viewer > ecg-paper")).hasCount(0);
        page.context().close();
    }

    @Test
    void aRecordingWithoutABeatSaysSo() {
        ExamId none = CONSOLE.centre().add(OpenConsole.flat(), Patient.UNKNOWN, Symptoms.NONE, OpenConsole.DAGOU);
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1366, 768);
        CONSOLE.browser().open(page, none);
        Paper.of(page);

        page.keyboard().press("b");

        assertThat(page.locator("ecg-median .warning")).containsText("no beat");
        page.context().close();
    }

    private static Page median(String language, ExamId exam) {
        Page page = CONSOLE.browser().loggedIn(language, ColorScheme.LIGHT, 1366, 768);
        CONSOLE.browser().open(page, exam);
        Paper.of(page);
        page.keyboard().press("b");
        page.locator("ecg-median table").waitFor();
        return page;
    }

    private static Locator cell(Page page, int row, int interval) {
        return page.locator("ecg-median tbody tr").nth(row).locator("td").nth(interval);
    }

    private static double value(Page page, int row, int interval) {
        Locator cell = cell(page, row, interval);
        assertThat(cell).hasText(Pattern.compile("-?\\d+"));
        return Double.parseDouble(cell.textContent());
    }
}
