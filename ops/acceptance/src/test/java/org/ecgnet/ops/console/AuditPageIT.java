package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The audit in a real browser: asked by person, the chain's state, its file. */
class AuditPageIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    @Test
    void whoDidWhatWhenIsAskedByPersonAndTheChainIsShownWhole() {
        Page doctor = CONSOLE.browser().loggedIn();
        CONSOLE.browser().open(doctor, CONSOLE.infarction());
        assertThat(doctor.locator("ecg-topbar nav")).not().containsText("审计");
        doctor.context().close();
        Page page = audit("zh-CN", ColorScheme.LIGHT, 1366, 768);

        assertThat(page.locator("ecg-audit .whole")).containsText("记录链完整");
        page.locator("ecg-audit input[name=actor]").fill(SeededCentre.ACCOUNT);
        page.locator("ecg-audit form button").click();
        Locator rows = page.locator("ecg-audit tbody tr");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("打开检查")).first())
                .containsText(SeededCentre.ACCOUNT);
        assertThat(rows.filter(new Locator.FilterOptions().setHasText(SeededCentre.ADMINISTRATOR)))
                .hasCount(0);
        assertThat(page.locator("ecg-audit")).not().containsText("张<b>三</b>");
        page.locator("ecg-audit input[name=actor]").fill("nobody");
        page.locator("ecg-audit form button").click();
        assertThat(page.locator("ecg-audit .box")).hasText("没有符合的记录。");
        assertThat(page.request()
                        .get(CONSOLE.centre().url()
                                + page.locator("ecg-audit form a")
                                        .getAttribute("href")
                                        .substring(1))
                        .text())
                .startsWith("\uFEFFnumber,at,person");
        page.context().close();
    }

    @Test
    void thePageReachesEverybodyOnEveryScreen() {
        for (int[] size : new int[][] {{1366, 768}, {390, 844}}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                String language = scheme == ColorScheme.LIGHT ? "zh-CN" : "en";
                Page page = audit(language, scheme, size[0], size[1]);
                page.locator("ecg-audit .whole").waitFor();
                String what = "audit " + language + " " + size[0];
                assertThat(Axe.violations(page)).as(what).isEmpty();
                Pictures.take(page, what);
                assertThat(page.evaluate("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"))
                        .as(what + " spills over by")
                        .isEqualTo(0);
                page.context().close();
            }
        }
    }

    private static Page audit(String language, ColorScheme scheme, int width, int height) {
        Page page = CONSOLE.browser().stranger(language, scheme, width, height);
        ConsoleBrowser.enter(page, SeededCentre.ADMINISTRATOR);
        page.locator("ecg-topbar a[href='#/audit']").click();
        page.locator("ecg-audit tbody tr").first().waitFor();
        return page;
    }
}
