package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An exam on its way, frozen, scrolled back and stale. */
class LiveIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    @ParameterizedTest(name = "in {0}, {1}")
    @CsvSource({"zh-CN, LIGHT, 冻结, 回看", "en, DARK, Freeze, FROZEN"})
    void whatArrivedIsFrozenAndScrolledBackWhileTheRestGoesOnArriving(
            String language, ColorScheme scheme, String freeze, String frozen) {
        Recording recording =
                Hearts.recording(Scenario.NORMAL, 3, 40, new SampleRate(500)).recording();
        Exam exam = begin(recording);
        CONSOLE.centre().exams().send(exam, recording, 0, 30 * 500, Instant.now());
        Page page = CONSOLE.browser().loggedIn(language, scheme, 1366, 768);
        CONSOLE.browser().open(page, exam.id());
        assertThat(page.locator("ecg-live .head").first()).containsText("30");

        page.locator("ecg-live button", new Page.LocatorOptions().setHasText(freeze))
                .click();
        assertThat(page.locator("ecg-live .still")).containsText(frozen);
        page.locator("ecg-live input[type=range]").focus();
        page.keyboard().press("End");
        assertThat(page.locator("ecg-live .still")).containsText("20"); // 30 s are there, 10 s of them on the sheet
        assertThat(start(page)).isZero();
        assertThat(Axe.violations(page)).isEmpty();

        CONSOLE.centre().exams().send(exam, recording, 30 * 500, 40 * 500, Instant.now());
        assertThat(page.locator("ecg-live .head").first()).containsText("40");
        assertThat(start(page)).isZero(); // the frozen sheet stands
        page.keyboard().press(" ");
        assertThat(page.locator("ecg-live .still")).hasCount(0);
        assertThat(page.locator("ecg-live .monitor canvas").first()).isVisible();
        page.context().close();
    }

    @Test
    void silenceOfTheUnitLiesOverTheTraceWithItsAge() {
        Recording recording = OpenConsole.heart(Scenario.LEAD_OFF);
        Exam exam = begin(recording);
        CONSOLE.centre().exams().send(exam, recording, 0, 4 * 500, Instant.now());
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1366, 768);
        CONSOLE.browser().open(page, exam.id());

        assertThat(page.locator("ecg-live .stale")).containsText("no new samples for");
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }

    private static Exam begin(Recording recording) {
        return CONSOLE.centre()
                .exams()
                .begin(
                        recording,
                        OpenConsole.patient("钱", "110101198001012222"),
                        Symptoms.NONE,
                        OpenConsole.DAGOU,
                        Instant.now());
    }

    private static double start(Page page) {
        Object start = page.evaluate("() => document.querySelector('ecg-console').shadowRoot.querySelector('ecg-case')"
                + ".shadowRoot.querySelector('ecg-live').shadowRoot.querySelector('ecg-paper').paper.start");
        return ((Number) start).doubleValue();
    }
}
