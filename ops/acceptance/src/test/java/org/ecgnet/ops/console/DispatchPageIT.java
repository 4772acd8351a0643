package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 120's built-in page, the link to the ECG, and the centre's telephone script, in a real browser. */
class DispatchPageIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    private static final long SOUND_WITHIN_MILLIS = 2_000;

    @Test
    void aNewRequestStandsInLargeTypeWithOneAddressAndSoundsWithinTwoSeconds() {
        Page page = dispatcher("zh-CN", ColorScheme.LIGHT, 1366, 768);
        page.locator("ecg-topbar button.primary").click();
        assertThat(page.locator("ecg-topbar .on")).isVisible();
        page.evaluate("() => { window.played = []; document.querySelector('ecg-console').sound"
                + ".addEventListener('played', (event) => window.played.push(event.detail)); }");
        ExamId exam = red("钱<i>七</i>");
        page.evaluate("() => { window.played = []; }"); // what older requests of this class remind of

        long from = System.nanoTime();
        UUID id = CONSOLE.centre().requestAmbulance(exam);
        page.waitForFunction("() => window.played.includes('RED')");
        long millis = (System.nanoTime() - from) / 1_000_000;

        assertThat(millis).as("ms to the sound").isLessThan(SOUND_WITHIN_MILLIS);
        choose(page, id);
        Locator card = card(page, id);
        assertThat(card.locator("address")).containsText("大沟村 3 组 18 号");
        assertThat(card.locator("a.phone")).hasAttribute("href", "tel:0912-555-0101");
        assertThat(card).containsText("33.12000, 108.27000");
        assertThat(card).containsText("调度中心东北方向, 直线 12.1 公里");
        assertThat(page.locator("ecg-console")).not().containsText("七");
        assertThat((double)
                        (Double) page.evaluate("() => parseFloat(getComputedStyle(document.querySelector('ecg-console')"
                                + ".renderRoot.querySelector('ecg-dispatch').renderRoot.querySelector('ecg-dispatch-card')"
                                + ".renderRoot.querySelector('address')).fontSize) * 1.0001"))
                .as("px of the address")
                .isGreaterThanOrEqualTo(32);
        page.context().close();
    }

    @Test
    void acceptedOutAndArrivedByButtonWithWhoAndWhen() {
        UUID id = CONSOLE.centre().requestAmbulance(red("孙八"));
        Page page = dispatcher("zh-CN", ColorScheme.LIGHT, 1366, 768);
        choose(page, id);
        Locator card = card(page, id);

        card.locator("button[data-state=ACCEPTED]").click();
        assertThat(card.locator(".state")).hasText("已接受");
        assertThat(card.locator("ol.steps")).containsText(Pattern.compile("\\d\\d:\\d\\d:\\d\\d\\s+已接受 · 调度员婷"));
        card.locator("button[data-state=DISPATCHED]").click();
        assertThat(card.locator(".state")).hasText("已出车");
        card.locator("button[data-state=ARRIVED]").click();
        assertThat(card.locator(".state")).hasText("已到达");
        assertThat(card.locator("button[data-state]")).hasCount(0);
        page.context().close();
    }

    @Test
    void callingOffAsksForTheReasonAndShowsIt() {
        UUID id = CONSOLE.centre().requestAmbulance(red("李九"));
        Page page = dispatcher("en", ColorScheme.LIGHT, 1366, 768);
        choose(page, id);
        Locator card = card(page, id);

        card.locator("button[data-state=CANCELLED]").click();
        card.locator("input[name=note]").fill("an ambulance is there already");
        card.locator("button.urgent").click();

        assertThat(card.locator(".state")).hasText("Called off");
        assertThat(card.locator("ol.steps")).containsText("an ambulance is there already");
        page.context().close();
    }

    @Test
    void theLinkShowsTheStillEcgWithoutALoginAndWithoutTheName() {
        UUID id = CONSOLE.centre().requestAmbulance(red("周<b>十</b>"));
        String token = SeededCentre.ECG_LINKS.to(id, Instant.now()).token();
        Page page = CONSOLE.browser().stranger("zh-CN", ColorScheme.LIGHT, 1366, 768);

        page.navigate(CONSOLE.centre().url() + "ecg.html#" + token);

        assertThat(page.locator("ecg-still ecg-paper canvas")).isVisible();
        assertThat(page.locator("ecg-still")).containsText("男");
        assertThat(page.locator("ecg-still")).not().containsText("十");
        assertThat(page.locator("ecg-still .problem")).hasCount(0);
        page.context().close();
    }

    @Test
    void anExpiredAndABrokenLinkSayWhatToDo() {
        UUID id = CONSOLE.centre().requestAmbulance(red("吴十一"));
        String old = SeededCentre.ECG_LINKS
                .to(id, Instant.now().minus(Duration.ofHours(5)))
                .token();
        Page page = CONSOLE.browser().stranger("en", ColorScheme.LIGHT, 390, 844);

        page.navigate(CONSOLE.centre().url() + "ecg.html#" + old);
        assertThat(page.locator("ecg-still .problem")).containsText("has expired");
        page.navigate(CONSOLE.centre().url() + "ecg.html#" + old.substring(4));
        assertThat(page.locator("ecg-still .problem")).containsText("Copy the whole link");
        CONSOLE.browser().complaints.removeIf(complaint -> complaint.contains("410"));
        page.context().close();
    }

    @Test
    void theCentreIsToldToTelephoneAndReadsWhatToSay() {
        ExamId exam = red("郑十二");
        UUID id = CONSOLE.centre().requestAmbulance(exam);
        Page page = CONSOLE.browser().loggedIn();
        CONSOLE.centre().askForTheTelephone(exam);

        page.locator("ecg-telephone-notice a").click();
        Locator script = page.locator("ecg-telephone section[data-dispatch='" + id + "']");
        assertThat(script.locator("a.call")).hasAttribute("href", "tel:0912-120");
        assertThat(script.locator("ol")).containsText("地址: 临河县大沟镇大沟村 3 组 18 号");
        assertThat(script.locator("ol")).not().containsText("郑十二");
        assertThat(script.locator(".problem")).isVisible();

        script.locator("input[name=by]").fill("12 号");
        script.locator("button").click();
        assertThat(script).hasCount(0);
        page.context().close();
    }

    @Test
    void nothingOnThesePagesBreaksTheWebsAccessibilityRulesOrScrollsSideways() {
        ExamId exam = red("王十三");
        UUID id = CONSOLE.centre().requestAmbulance(exam);
        String token = SeededCentre.ECG_LINKS.to(id, Instant.now()).token();
        for (String language : List.of("zh-CN", "en")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1366, 390)) {
                    String where = language + " " + scheme + " " + width;
                    Page page = dispatcher(language, scheme, width, width == 390 ? 844 : 768);
                    choose(page, id);
                    judge(page, "dispatch", where);
                    page.context().close();
                    page = CONSOLE.browser().loggedIn(language, scheme, width, width == 390 ? 844 : 768);
                    page.navigate(CONSOLE.centre().url() + "#/telephone");
                    page.locator("ecg-telephone section").first().waitFor();
                    judge(page, "telephone", where);
                    page.navigate(CONSOLE.centre().url() + "ecg.html#" + token);
                    page.locator("ecg-still ecg-paper canvas").waitFor();
                    judge(page, "still", where);
                    page.context().close();
                }
            }
        }
    }

    private static void judge(Page page, String name, String where) {
        Pictures.take(page, name + " " + where);
        assertThat(Axe.violations(page)).as(name + " " + where).isEmpty();
        Object over = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
        assertThat(((Number) over).intValue())
                .as(name + " " + where + ": px too wide")
                .isLessThanOrEqualTo(0);
    }

    private static Page dispatcher(String language, ColorScheme scheme, int width, int height) {
        Page page = CONSOLE.browser().stranger(language, scheme, width, height);
        ConsoleBrowser.enter(page, SeededCentre.DISPATCHER);
        page.locator("ecg-dispatch h1").waitFor();
        return page;
    }

    private static void choose(Page page, UUID id) {
        Locator row = page.locator("ecg-dispatch-list button[data-dispatch='" + id + "']");
        row.waitFor();
        row.click();
        card(page, id).waitFor();
    }

    private static Locator card(Page page, UUID id) {
        return page.locator("ecg-dispatch-card article[data-dispatch='" + id + "']");
    }

    private static ExamId red(String name) {
        return CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.VF),
                        OpenConsole.patient(name, "1101011960" + Math.floorMod(name.hashCode(), 100_000_000)),
                        Symptoms.NONE,
                        OpenConsole.DAGOU);
    }
}
