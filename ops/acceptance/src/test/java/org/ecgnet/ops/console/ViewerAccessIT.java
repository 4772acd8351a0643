package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every view of the viewer, open, under the web's accessibility rules and the page's own strict policy. */
class ViewerAccessIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    private static ExamId exam;

    @BeforeAll
    static void record() {
        for (Scenario scenario : List.of(Scenario.NORMAL, Scenario.ANTERIOR_STEMI)) {
            exam = CONSOLE.centre()
                    .add(
                            OpenConsole.heart(scenario),
                            OpenConsole.patient("郑", "110101197701016666"),
                            Symptoms.NONE,
                            OpenConsole.DAGOU);
        }
    }

    @ParameterizedTest(name = "{0}, {1}, {2} px wide")
    @CsvSource({
        "zh-CN, LIGHT, 1366", "zh-CN, DARK, 1366", "en, LIGHT, 1366", "en, DARK, 1366",
        "zh-CN, LIGHT, 390", "zh-CN, DARK, 390", "en, LIGHT, 390", "en, DARK, 390",
    })
    void noViewBreaksARuleOrThePolicyOrIsWiderThanTheScreen(String language, ColorScheme scheme, int width) {
        Page page = CONSOLE.browser().loggedIn(language, scheme, width, width > 1000 ? 768 : 844);
        CONSOLE.browser().open(page, exam);
        Paper.of(page);
        var views = new Views(page, language + " " + scheme + " " + width);

        for (String caliper : List.of("t", "v", "m")) {
            page.keyboard().press(caliper);
            page.locator("ecg-caliper [data-grip='1']").waitFor();
            views.check("caliper " + caliper);
        }
        page.keyboard().press("Escape");
        page.keyboard().press("z");
        page.locator("ecg-lens").waitFor();
        views.check("magnifier");
        page.keyboard().press("Escape");
        page.keyboard().press("g");
        page.keyboard().press("r");
        page.keyboard().press("f");
        views.check("filters, loud gain and badge");
        page.keyboard().press("Escape");
        page.keyboard().press("b");
        page.locator("ecg-median table").waitFor();
        page.locator("ecg-marks [data-mark=tEnd]").focus();
        page.keyboard().press("ArrowRight");
        views.check("median beat");
        page.keyboard().press("p");
        page.locator("ecg-prior ecg-paper").waitFor();
        views.check("earlier exam");
        page.keyboard().press("o");
        page.locator("ecg-overlay table").waitFor();
        views.check("overlay");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("ecg-keys dialog")).isVisible();
        views.check("list of keys");
        page.context().close();
    }

    /** Checks what is open. */
    private record Views(Page page, String where) {

        void check(String view) {
            assertThat(Axe.violations(page)).as("%s, %s", view, where).isEmpty();
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s fits, %s", view, where)
                    .isTrue();
        }
    }
}
