package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calipers by mouse and by keyboard alone, on a heart of 72 beats a minute whose truth is known. */
class CaliperIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    private static final Pattern TIME = Pattern.compile("(\\d+) ms · (\\d+) bpm");
    private static final Pattern VOLTAGE = Pattern.compile("(-?[\\d.]+) mV · (-?[\\d.]+) mm · (\\d+) ms");

    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {"zh-CN", "en"})
    void timeIsMeasuredFromPeakToPeakByKeysAlone(String language) {
        Page page = sheet(language);

        page.keyboard().press("t");
        Locator second = page.locator("ecg-caliper [data-grip='1']");
        assertThat(second).isFocused();
        double rr = number(TIME, page, 1);
        assertThat(rr).isCloseTo(60_000 / 72.0, within(60.0));
        assertThat(number(TIME, page, 2)).isCloseTo(60_000 / rr, within(0.6));

        page.keyboard().press("ArrowRight");
        assertThat(number(TIME, page, 1)).isEqualTo(rr + 2); // one sample at 500 Hz
        page.keyboard().press("Shift+ArrowRight");
        assertThat(number(TIME, page, 1)).isEqualTo(rr + 2 + 200); // one box of 5 mm at 25 mm/s
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator("ecg-caliper [data-grip='0']")).isFocused();
        page.keyboard().press("ArrowLeft");
        assertThat(number(TIME, page, 1)).isEqualTo(rr + 2 + 200 + 2);

        page.keyboard().press("Escape");
        assertThat(page.locator("ecg-caliper")).hasCount(0);
        assertThat(page.locator("ecg-viewer")).isVisible(); // the tool went, the case stayed
        page.context().close();
    }

    @Test
    void voltageIsMeasuredFromFootToPeakAndNudgedByKeys() {
        Page page = sheet("en");

        page.keyboard().press("v");
        double millivolts = number(VOLTAGE, page, 1);
        assertThat(millivolts).isBetween(0.5, 2.0);
        assertThat(number(VOLTAGE, page, 2)).isCloseTo(millivolts * 10, within(0.06));
        page.keyboard().press("ArrowUp");
        assertThat(number(VOLTAGE, page, 1)).isCloseTo(millivolts + 0.01, within(0.006));
        page.keyboard().press("Shift+ArrowUp");
        assertThat(number(VOLTAGE, page, 1)).isCloseTo(millivolts + 0.51, within(0.006)); // 5 mm at 10 mm/mV
        page.context().close();
    }

    @Test
    void theCombRepeatsTheIntervalOverTheWholeStrip() {
        Page page = sheet("en");

        page.keyboard().press("t");
        page.keyboard().press("m");

        double rr = number(TIME, page, 1);
        assertThat((double) page.locator("ecg-caliper line.tooth").count()).isCloseTo(10_000 / rr, within(1.0));
        page.context().close();
    }

    @Test
    void twoClicksNeedNoDragAndBothEndsSnapToR() {
        Page page = sheet("en");
        page.locator("ecg-tools button[name='tool.time']").click();
        BoundingBox paper = page.locator("ecg-caliper svg").boundingBox();
        page.keyboard().press("t");
        page.keyboard().press("t");
        double rr = number(TIME, page, 1);
        double first = x(page, 0);
        double second = x(page, 1);
        page.keyboard().press("Escape");
        page.locator("ecg-tools button[name='tool.time']").click();

        double strip = paper.y + Paper.px(115);
        page.mouse().click(paper.x + first + 4, strip);
        page.mouse().move(paper.x + second, strip - 10);
        page.mouse().click(paper.x + second - 4, strip);

        assertThat(number(TIME, page, 1)).isCloseTo(rr, within(0.5));
        page.mouse().move(paper.x + second + 200, strip); // both ends stand: moving changes nothing more
        assertThat(number(TIME, page, 1)).isCloseTo(rr, within(0.5));
        page.context().close();
    }

    @Test
    void aDragMeasuresAndAGripMovesOneEnd() {
        Page page = sheet("en");
        page.locator("ecg-tools button[name='tool.time']").click();
        page.locator("ecg-tools label", new Page.LocatorOptions().setHasText("Snap"))
                .locator("input")
                .uncheck();
        BoundingBox paper = page.locator("ecg-caliper svg").boundingBox();
        double y = paper.y + Paper.px(100);

        page.mouse().move(paper.x + Paper.px(100), y);
        page.mouse().down();
        page.mouse().move(paper.x + Paper.px(110), y);
        page.mouse().move(paper.x + Paper.px(120), y);
        page.mouse().up();
        assertThat(number(TIME, page, 1)).isCloseTo(800, within(12.0)); // 20 mm

        BoundingBox grip = page.locator("ecg-caliper [data-grip='1']").boundingBox();
        page.mouse().move(grip.x + grip.width / 2, grip.y + grip.height / 2);
        page.mouse().down();
        page.mouse().move(grip.x + grip.width / 2 + Paper.px(5), grip.y + 20);
        page.mouse().move(grip.x + grip.width / 2 + Paper.px(10), grip.y + 20);
        page.mouse().up();
        assertThat(number(TIME, page, 1)).isCloseTo(1_200, within(16.0));
        page.context().close();
    }

    @Test
    void aLeadFillsTheScreenOnTwoClicksAndIsMeasuredThere() {
        Page page = sheet("en");
        BoundingBox paper =
                page.locator("ecg-viewer > ecg-paper canvas").first().boundingBox();

        page.mouse().dblclick(paper.x + Paper.px(150), paper.y + Paper.px(57));
        assertThat(page.locator("ecg-lead dialog h2")).hasText("Lead V2");
        page.keyboard().press("t");
        assertThat(number(TIME, page, 1)).isCloseTo(60_000 / 72.0, within(60.0));
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");

        assertThat(page.locator("ecg-lead")).hasCount(0);
        assertThat(page.locator("ecg-viewer")).isVisible();
        page.context().close();
    }

    @Test
    void whoeverSwitchesSingleKeysOffPressesThemInVain() {
        Page page = sheet("en");
        page.keyboard().press("?");
        page.locator("ecg-keys input[type=checkbox]").uncheck();
        page.locator("ecg-keys button").click();

        page.keyboard().press("t");
        page.keyboard().press("g");
        assertThat(page.locator("ecg-caliper, ecg-tools .loud")).hasCount(0);

        page.locator("ecg-topbar button", new Page.LocatorOptions().setHasText("Keys"))
                .click();
        page.locator("ecg-keys input[type=checkbox]").check();
        page.keyboard().press("Escape");
        assertThat(page.locator("ecg-keys dialog")).hasCount(0);
        page.keyboard().press("t");
        assertThat(page.locator("ecg-caliper")).hasCount(1);
        page.context().close();
    }

    private static Page sheet(String language) {
        Page page = CONSOLE.browser().loggedIn(language, ColorScheme.LIGHT, 1366, 768);
        CONSOLE.browser().open(page, CONSOLE.normal());
        Paper.of(page);
        return page;
    }

    /** A number of the caliper's own words, once they have the form. */
    private static double number(Pattern form, Page page, int group) {
        Locator words = page.locator("ecg-caliper output");
        assertThat(words).hasText(form);
        Matcher matcher = form.matcher(words.textContent());
        assertThat(matcher.find()).isTrue();
        return Double.parseDouble(matcher.group(group));
    }

    /** Where a grip of the caliper stands, in px from the left edge of the paper. */
    private static double x(Page page, int grip) {
        String place = page.locator("ecg-caliper [data-grip='" + grip + "']").getAttribute("transform");
        return Double.parseDouble(place.replaceAll("translate\\(([\\d.]+) .*", "$1"));
    }
}
