package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a physician reads, signs and amends, in a real browser under the console's own strict policy. */
class OverreadIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    /** UX section 9: a plain case by keyboard alone in at most so many key presses. */
    private static final int MOST_KEYS = 12;

    @Test
    void aPlainCaseIsOpenedReadAndSignedInTwelveKeyPressesAtMost() {
        ExamId exam = plain("钱一", "110101197501012222");
        Page page = CONSOLE.browser().loggedIn();
        page.locator("tr[data-exam='" + exam + "']").waitFor();
        page.locator("tr[data-exam='" + exam + "']").scrollIntoViewIfNeeded();
        page.evaluate("() => { window.pressed = 0; addEventListener('keydown', (event) => {"
                + " if (!['Control', 'Shift'].includes(event.key)) window.pressed += 1; }, true); }");

        while (!String.valueOf(exam)
                .equals(page.locator("tr[aria-current=true]").getAttribute("data-exam"))) {
            page.keyboard().press("j");
        }
        int toTheRow = ((Number) page.evaluate("() => window.pressed")).intValue();
        page.keyboard().press("Enter");
        Locator claims = page.locator("ecg-claims li");
        claims.first().waitFor();
        int open = claims.count();
        for (int claim = 0; claim < open; claim++) {
            page.keyboard().press("a");
        }
        assertThat(page.locator("ecg-claims li.ACCEPTED")).hasCount(open);
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("ecg-case .confirmed")).containsText("李医生 已签发");
        assertThat(page.locator("ecg-case .unconfirmed")).hasCount(0);
        int pressed = ((Number) page.evaluate("() => window.pressed")).intValue() - toTheRow + 1;
        assertThat(pressed)
                .as("from the row above it: J, Enter, %s times A, Ctrl+Enter", open)
                .isLessThanOrEqualTo(MOST_KEYS);
        page.context().close();
    }

    @Test
    void aCriticalClaimIsNotTakenByAKeyAndTheCaseIsNotLoweredInPassing() {
        ExamId exam = CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.ANTERIOR_STEMI),
                        OpenConsole.patient("孙二", "110101196601013333"),
                        new Symptoms(true, false, false, false),
                        OpenConsole.DAGOU);
        Page page = CONSOLE.browser().loggedIn();
        CONSOLE.browser().open(page, exam);
        Locator red = page.locator("ecg-claims li.RED").first();
        red.waitFor();

        page.keyboard().press("a"); // accepts the case
        assertThat(page.locator("ecg-case .accepted")).containsText(SeededCentre.DOCTOR);
        page.keyboard().press("a"); // does not accept the red claim
        assertThat(page.locator("ecg-claims li.RED.ACCEPTED")).hasCount(0);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("ecg-overread .problem")).containsText("请先选择级别");

        page.locator("ecg-overread select[name=level]").selectOption("YELLOW");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("ecg-overread .problem")).containsText("未处理");
        judgeAll(page);
        page.locator("ecg-overread textarea[name=levelReason]").fill("早复极");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("ecg-overread .problem")).containsText("尚未降级");

        page.locator("ecg-overread select[name=level]").selectOption("RED");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("ecg-case .confirmed")).containsText("已签发");
        page.context().close();
        CONSOLE.browser().complaints.removeIf(complaint -> complaint.contains("409"));
    }

    @Test
    void whoeverIsSecondIsToldKeepsHisWordsAndAmends() {
        ExamId exam = plain("周三", "110101197701014444");
        Page first = CONSOLE.browser().loggedIn();
        CONSOLE.browser().open(first, exam);
        first.locator("ecg-claims li").first().waitFor();
        Page second = CONSOLE.browser().stranger("zh-CN", ColorScheme.LIGHT, 1366, 768);
        ConsoleBrowser.logIn(second, SeededCentre.OTHER);
        CONSOLE.browser().open(second, exam);
        second.locator("ecg-claims li").first().waitFor();
        second.locator("ecg-overread textarea[name=conclusion]").fill("刘主任的结论 <b>");

        judgeAll(first);
        first.keyboard().press("Control+Enter");
        assertThat(first.locator("ecg-case .confirmed")).containsText("李医生 已签发");
        judgeKept(second);

        assertThat(second.locator("ecg-report article")).containsText("李医生 签发于");
        second.locator("ecg-report button").click();
        assertThat(second.locator("ecg-overread textarea[name=conclusion]")).hasValue("刘主任的结论 <b>");
        judgeAll(second);
        second.locator("ecg-overread textarea[name=amendmentReason]").fill("补充结论");
        second.keyboard().press("Control+Enter");

        assertThat(second.locator("ecg-report article[data-version='2']")).containsText("刘主任的结论 <b>");
        assertThat(second.locator("ecg-report details")).containsText("以前的第 1 版");
        assertThat(second.locator("ecg-case .confirmed")).containsText("刘主任 已签发");
        first.context().close();
        second.context().close();
        CONSOLE.browser().complaints.removeIf(complaint -> complaint.contains("409"));
    }

    @Test
    void aStatementIsAddedByItsAcronymAndKeptAmongMyOwn() {
        ExamId exam = plain("吴四", "110101197801015555");
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.DARK, 1366, 768);
        CONSOLE.browser().open(page, exam);
        page.locator("ecg-claims li").first().waitFor();

        page.keyboard().press("n");
        page.keyboard().type("lbbb");
        page.keyboard().press("Enter");
        assertThat(page.locator("ecg-overread ul[aria-label='Added statements'] li"))
                .containsText("left bundle branch block");
        page.keyboard().type("RBBB");
        page.locator("ecg-phrases .star").first().click();

        page.reload();
        assertThat(page.locator("ecg-phrases ul[aria-label='My statements']"))
                .containsText("right bundle branch block");
        page.context().close();
    }

    @Test
    void thePaperOpensFromTheCase() {
        ExamId exam = plain("郑五", "110101197901016666");
        Page page = CONSOLE.browser().loggedIn();
        CONSOLE.browser().open(page, exam);

        assertThat(page.locator("ecg-overread a").first()).hasAttribute("href", Pattern.compile("/api/exams/.*/paper"));
        byte[] pdf = page.request()
                .get(CONSOLE.centre().url() + "api/exams/" + exam + "/paper?layout=6x2")
                .body();
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(pdf.length).isBetween(20_000, 1_000_000);
        page.context().close();
    }

    private static ExamId plain(String name, String identity) {
        return CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.NORMAL),
                        OpenConsole.patient(name, identity),
                        Symptoms.NONE,
                        OpenConsole.DAGOU);
    }

    /** Accepts every claim, the critical ones one by one at themselves. */
    private static void judgeAll(Page page) {
        for (Locator claim : page.locator("ecg-claims li").all()) {
            Locator alone = claim.locator("input[value=ACCEPTED]");
            if (alone.count() > 0) {
                alone.check();
            } else {
                claim.locator("button").first().click();
            }
        }
    }

    /** Signs what is there, although somebody else was first: the page may know that already, or hear it now. */
    private static void judgeKept(Page page) {
        if (page.locator("ecg-claims").count() > 0) {
            judgeAll(page);
            page.keyboard().press("Control+Enter");
        }
    }
}
