package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A clinic asks to be called: seen, heard and taken at the centre. */
class CallBackIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    private static int said = 20;

    private static void ask(String words) {
        said++;
        CONSOLE.centre().say(CONSOLE.normal(), said, ClinicAction.CALL_BACK, words);
    }

    @Test
    void itSoundsAtEveryConsoleAndIsSomebodysByNameUntilTheClinicWasCalled() {
        Page page = CONSOLE.browser().loggedIn();
        page.locator("ecg-topbar button.primary").click();
        page.evaluate("() => { window.played = []; document.querySelector('ecg-console').sound"
                + ".addEventListener('played', (event) => window.played.push(event.detail)); }");
        Page other = CONSOLE.browser().stranger("zh-CN", ColorScheme.LIGHT, 1366, 768);
        ConsoleBrowser.logIn(other, SeededCentre.OTHER);

        ask("0912-555-0199");

        page.waitForFunction("() => window.played.includes('CALL')");
        Locator notice = page.locator("ecg-call-backs li");
        assertThat(notice).containsText("大沟村卫生室 请求回电");
        assertThat(notice.locator("a[href^='tel:']")).hasText("0912-555-0101");
        assertThat(notice).not().containsText("0199"); // what the clinic wrote is with the exam
        Locator row = page.locator("ecg-worklist tr[data-exam='" + CONSOLE.normal() + "']");
        assertThat(row.locator(".chip.call")).containsText("卫生室请回电");
        Pictures.judged(page, "call-back zh-CN 1366");

        notice.locator("button.primary").click();
        assertThat(notice).containsText("由您回电");
        assertThat(other.locator("ecg-call-backs li")).containsText("李医生 正在回电");
        assertThat(other.locator("ecg-worklist .chip.call")).containsText("李医生 正在回电");
        notice.locator("a[href^='#/exam/']").click();
        assertThat(page.locator("ecg-case .chip.call")).containsText("周护士: 0912-555-0199");
        Pictures.judged(page, "call-back-case zh-CN 1366");

        notice.locator("button.primary").click();
        assertThat(notice).hasCount(0);
        assertThat(page.locator("ecg-case .chip.call")).hasCount(0);
        assertThat(other.locator("ecg-call-backs li")).hasCount(0);
        other.context().close();
        page.context().close();
    }

    @Test
    void aClinicThatSaysItWasCalledIsAskedForNoMore() {
        Page page = CONSOLE.browser().loggedIn();
        ask("");
        assertThat(page.locator("ecg-call-backs li")).hasCount(1);

        said++;
        CONSOLE.centre().say(CONSOLE.normal(), said, ClinicAction.CALLED_BACK, "");

        assertThat(page.locator("ecg-call-backs li")).hasCount(0);
        page.context().close();
    }

    @Test
    void theNoticeReachesEverybodyOnEveryScreen() {
        ask("");
        for (int[] size : new int[][] {{1366, 768}, {390, 844}}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                String language = scheme == ColorScheme.LIGHT ? "zh-CN" : "en";
                Page page = CONSOLE.browser().loggedIn(language, scheme, size[0], size[1]);
                page.locator("ecg-call-backs li").waitFor();
                page.locator("ecg-worklist .chip.call").waitFor();
                Pictures.judged(page, "call-back-list " + language + " " + size[0]);
                page.context().close();
            }
        }
        said++;
        CONSOLE.centre().say(CONSOLE.normal(), said, ClinicAction.CALLED_BACK, "");
    }
}
