package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layout, speed and gain of the sheet: what stands where, to the pixel, and what is said when it is not the usual. */
class LayoutsIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    private static final String SHEET =
            "document.querySelector('ecg-console').shadowRoot.querySelector('ecg-case').shadowRoot"
                    + ".querySelector('ecg-viewer').shadowRoot.querySelector('ecg-paper').paper";

    /** Key, then the baselines of the layout in mm from the top, worked out by hand from rows of even height. */
    static Stream<Arguments> layouts() {
        return Stream.of(
                Arguments.of("1", "3x4", List.of(25.0, 55.0, 85.0)),
                Arguments.of("2", "3x4+1R", List.of(25.0, 55.0, 85.0, 115.0)),
                Arguments.of("3", "3x4+3R", List.of(22.5, 45.0, 67.5, 90.0, 112.5, 135.0)),
                Arguments.of("4", "6x2", List.of(20.0, 40.0, 60.0, 80.0, 100.0, 120.0)),
                Arguments.of("5", "6x2+1R", List.of(20.0, 37.5, 55.0, 72.5, 90.0, 107.5, 125.0)),
                Arguments.of(
                        "6",
                        "12x1",
                        List.of(17.5, 30.0, 42.5, 55.0, 67.5, 80.0, 92.5, 105.0, 117.5, 130.0, 142.5, 155.0)));
    }

    @ParameterizedTest(name = "key {0}: {1}")
    @MethodSource("layouts")
    void eachKeyShowsItsLayoutWithAPulseOfOneMillivoltBeforeEveryRow(
            String key, String layout, List<Double> baselines) {
        Page page = CONSOLE.browser().loggedIn();
        CONSOLE.browser().open(page, CONSOLE.normal());
        page.keyboard().press(key);
        Paper paper = Paper.of(page);

        assertThat(page.locator("ecg-tools select[name=layout]")).hasValue(layout);
        for (double baseline : baselines) {
            int top = paper.topInk(Paper.px(5), Paper.px(baseline - 11), Paper.px(baseline - 5));
            assertThat((double) top)
                    .as("pulse of the row at %s mm", baseline)
                    .isCloseTo((baseline - 10) * Paper.PX_PER_MM, within(1.0));
        }
        page.context().close();
    }

    @ParameterizedTest(name = "{0}: lead II at {1} mm and its strip at {2} mm")
    @CsvSource({"2, 55, 115", "3, 45, 112.5", "5, 37.5, 125"})
    void aBeatOfLeadTwoStandsAtTheSamePlaceInItsColumnAndInTheRhythmStrip(String key, double columnMm, double stripMm) {
        Page page = CONSOLE.browser().loggedIn();
        CONSOLE.browser().open(page, CONSOLE.normal());
        page.keyboard().press(key);
        Paper paper = Paper.of(page);

        List<Integer> inColumn = peaks(paper, columnMm);
        List<Integer> inStrip = peaks(paper, stripMm);

        assertThat(inColumn).hasSizeBetween(2, 4);
        assertThat(inStrip).hasSameSizeAs(inColumn);
        for (int beat = 0; beat < inColumn.size(); beat++) {
            assertThat(inStrip.get(beat)).isCloseTo(inColumn.get(beat), within(1));
        }
        page.context().close();
    }

    /** R peaks within the first column: the top of each stretch of ink that stands more than 6 mm above the middle. */
    private static List<Integer> peaks(Paper paper, double baselineMm) {
        List<Integer> peaks = new ArrayList<>();
        int best = -1;
        int bestTop = Integer.MAX_VALUE;
        for (int x = Paper.px(17); x < Paper.px(71); x++) {
            int top = paper.topInk(x, Paper.px(baselineMm - 9.5), Paper.px(baselineMm - 6));
            if (top >= 0 && top < bestTop) {
                best = x;
                bestTop = top;
            } else if (top < 0 && best >= 0) {
                peaks.add(best);
                best = -1;
                bestTop = Integer.MAX_VALUE;
            }
        }
        return peaks;
    }

    @ParameterizedTest(name = "{0} in the order of Cabrera")
    @CsvSource({"1", "2", "3", "4", "5", "6"})
    void theLimbLeadsStandInCabrerasOrderWhenAskedFor(String key) {
        Page page = CONSOLE.browser().loggedIn();
        CONSOLE.browser().open(page, CONSOLE.normal());
        page.keyboard().press(key);
        page.locator("ecg-tools input[type=checkbox]").first().check();
        Paper.of(page);

        Object leads = page.evaluate(
                "() => " + SHEET + ".segments.filter((one) => !one.rhythm).slice(0, 6).map((one) => one.lead)");

        assertThat(leads).isEqualTo(List.of("aVL", "I", "-aVR", "II", "aVF", "III"));
        page.context().close();
    }

    @Test
    void turnedOverAvrIsAvrTimesMinusOneAndLightsWithIt() {
        Page page = CONSOLE.browser().loggedIn();
        CONSOLE.browser().open(page, CONSOLE.normal());
        Paper.of(page);

        Object sum = page.evaluate(
                "() => { const { waveform } = document.querySelector('ecg-console').shadowRoot"
                        + ".querySelector('ecg-case').shadowRoot.querySelector('ecg-viewer'); const turned = waveform.microvolts('-aVR');"
                        + " return waveform.microvolts('aVR').reduce((most, one, at) => Math.max(most, Math.abs(one + turned[at])), 0); }");

        assertThat(((Number) sum).doubleValue()).isZero();
        page.context().close();
    }

    @Test
    void speedsAndGainsThatAreNotTheUsualAreSaidLoudlyAndPrintedOnThePaper() {
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1366, 768);
        CONSOLE.browser().open(page, CONSOLE.normal());
        Paper.of(page);
        Locator loud = page.locator("ecg-tools .loud");
        assertThat(loud).hasCount(0);

        for (String gain : List.of("5", "20", "2.5")) {
            page.keyboard().press("g");
            assertThat(loud).hasText("NON-STANDARD GAIN " + gain + " mm/mV");
            Paper paper = Paper.of(page);
            double high = Double.parseDouble(gain);
            assertThat((double) paper.topInk(Paper.px(5), Paper.px(55 - high - 1), Paper.px(55)))
                    .isCloseTo((55 - high) * Paper.PX_PER_MM, within(1.0));
        }
        page.keyboard().press("g");
        assertThat(loud).hasCount(0);
        for (String speed : List.of("50", "12.5")) {
            page.keyboard().press("s");
            assertThat(loud).hasText("NON-STANDARD SPEED " + speed + " mm/s");
            Object width = page.evaluate("() => " + SHEET + ".widthMm");
            assertThat(((Number) width).doubleValue()).isEqualTo(15 + 10 * Double.parseDouble(speed));
        }
        page.context().close();
    }

    @Test
    void theNextPatientIsBackAtTheStandardGainAndSpeed() {
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1366, 768);
        CONSOLE.browser().open(page, CONSOLE.normal());
        Paper.of(page);
        page.keyboard().press("g");
        page.keyboard().press("s");
        page.keyboard().press("r");
        assertThat(page.locator("ecg-tools .badge")).isVisible();

        CONSOLE.browser().open(page, CONSOLE.infarction());

        assertThat(page.locator("ecg-case .who")).containsText("张");
        assertThat(page.locator("ecg-tools select[name=gain]")).hasValue("10");
        assertThat(page.locator("ecg-tools select[name=speed]")).hasValue("25");
        assertThat(page.locator("ecg-tools .loud, ecg-tools .badge")).hasCount(0);
        page.context().close();
    }

    @Test
    void aScreenThatWasMeasuredAndHasChangedIsNotToScaleUntilItIsMeasuredAnew() {
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1366, 768);
        CONSOLE.browser().open(page, CONSOLE.normal());
        Paper.of(page);
        page.locator("ecg-tools button", new Page.LocatorOptions().setHasText("Calibrate"))
                .click();
        page.locator("ecg-calibrate input")
                .evaluate("(input) => { input.value = 5; input.dispatchEvent(new Event('input')); }");
        page.locator("ecg-calibrate button.primary").click();
        Paper calibrated = Paper.of(page);
        List<Integer> heavy = calibrated.columnsOf(0xEC9F9A, (int) Math.round(2.5 * 5));
        assertThat(heavy).contains(25, 50, 250);
        assertThat(page.locator("ecg-viewer .problem")).hasCount(0);

        page.evaluate("() => { const kept = JSON.parse(localStorage.getItem('ecg.screen')); kept.ratio = 1.25;"
                + " localStorage.setItem('ecg.screen', JSON.stringify(kept)); dispatchEvent(new Event('resize')); }");

        assertThat(page.locator("ecg-viewer .problem")).containsText("NOT TO SCALE");
        page.locator("ecg-viewer .problem button").click();
        page.locator("ecg-calibrate button.primary").click();
        assertThat(page.locator("ecg-viewer .problem")).hasCount(0);
        page.context().close();
    }
}
