package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The second factor in a real browser: from the QR code to the log-in that asks for it, and off again. */
class AccountPageIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    @Test
    void aTelephoneIsEnrolledAsksAtTheLogInAndIsSwitchedOff() {
        Page page = CONSOLE.browser().loggedIn();
        page.locator("ecg-topbar a.me").click();
        Locator factor = page.locator("ecg-account .factor");

        factor.locator("input[name=password]").fill("not the password");
        factor.locator("button.primary").click();
        assertThat(factor.locator(".problem")).hasText("密码不对");
        factor.locator("input[name=password]").fill(SeededCentre.PASSWORD);
        factor.locator("button.primary").click();
        factor.locator("svg.qr path").waitFor();
        Pictures.judged(page, "account-setup zh-CN 1366");
        var telephone = new Authenticator(factor.locator("code").innerText());

        confirm(factor, telephone.code(-4));
        assertThat(factor.locator(".problem")).containsText("手机时间慢了约 2 分钟");
        confirm(factor, telephone.code(-1));
        assertThat(factor.locator("ol.codes li")).hasCount(10);
        Pictures.judged(page, "account-codes zh-CN 1366");
        String old = factor.locator("ol.codes li").nth(4).innerText();
        factor.locator("button.primary").click();
        assertThat(factor).containsText("剩余恢复码: 10");

        page.locator("ecg-topbar button").last().click();
        ConsoleBrowser.enter(page, SeededCentre.ACCOUNT);
        Locator login = page.locator("ecg-login");
        login.locator("input[name=code]").waitFor();
        Pictures.judged(page, "login-code zh-CN 1366");
        login.locator("input[name=code]").fill(telephone.code(-1));
        login.locator("button.primary").click();
        assertThat(login.locator(".problem")).containsText("已用过");
        login.locator("input[name=code]").fill(telephone.code(0));
        login.locator("button.primary").click();
        assertThat(page.locator("ecg-account h1")).hasText("我的账号");

        Locator renew = page.locator("ecg-account details.renew");
        renew.locator("summary").click();
        renew.locator("input[name=password]").fill(SeededCentre.PASSWORD);
        renew.locator("input[name=code]").fill(old);
        Pictures.judged(page, "account-renew zh-CN 1366");
        renew.locator("button").click();
        assertThat(factor.locator("ol.codes li")).hasCount(10);
        String recovery = factor.locator("ol.codes li").first().innerText();
        factor.locator("button.primary").click();
        assertThat(factor).containsText("剩余恢复码: 10");

        Locator off = page.locator("ecg-account details.off");
        off.locator("summary").click();
        off.locator("input[name=password]").fill(SeededCentre.PASSWORD);
        off.locator("input[name=code]").fill(old);
        off.locator("button").click();
        assertThat(page.locator("ecg-account .problem")).containsText("恢复码不对或已用过");
        Pictures.judged(page, "account-on zh-CN 1366");
        off.locator("input[name=code]").fill(recovery);
        off.locator("button").click();
        assertThat(page.locator("ecg-account .factor button.primary")).hasText("启用");
        CONSOLE.browser().complaints.removeIf(complaint -> complaint.contains("409")); // the refusals above
        page.context().close();
    }

    @Test
    void thePageReachesEverybodyOnEveryScreen() {
        for (int[] size : new int[][] {{1366, 768}, {390, 844}}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                String language = scheme == ColorScheme.LIGHT ? "zh-CN" : "en";
                Page page = CONSOLE.browser().stranger(language, scheme, size[0], size[1]);
                ConsoleBrowser.enter(page, SeededCentre.OTHER);
                page.locator("ecg-topbar a.me").click();
                Locator factor = page.locator("ecg-account .factor");
                factor.locator("input[name=password]").waitFor();
                Pictures.judged(page, "account-off " + language + " " + size[0]);
                factor.locator("input[name=password]").fill(SeededCentre.PASSWORD);
                factor.locator("button.primary").click();
                factor.locator("svg.qr path").waitFor();
                Pictures.judged(page, "account-setup " + language + " " + size[0]);
                page.context().close();
            }
        }
    }

    private static void confirm(Locator factor, String code) {
        factor.locator("input[name=code]").fill(code);
        factor.locator("button.primary").click();
    }
}
