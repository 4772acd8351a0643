package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do at the console, in a real browser, under its own strict policy. */
class ConsoleIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    @Test
    void aWrongPasswordIsToldInWordsAndTheRightOneShowsTheWorklist() {
        Page page = CONSOLE.browser().stranger("en", ColorScheme.LIGHT, 1366, 768);

        page.locator("ecg-login input[name=name]").fill(SeededCentre.ACCOUNT);
        page.locator("ecg-login input[name=password]").fill("wrong");
        page.locator("ecg-login button").click();

        assertThat(page.locator("ecg-login .problem")).hasText("Account or password is wrong.");
        ConsoleBrowser.logIn(page);
        assertThat(page.locator("ecg-topbar")).containsText(SeededCentre.DOCTOR);
        CONSOLE.browser().complaints.clear(); // the refused login is on the browser's own console
    }

    @Test
    void anUnansweredRedStandsFirstWithShapeWordAndMaskedName() {
        Page page = CONSOLE.browser().loggedIn();

        Locator first = page.locator("ecg-worklist tbody tr").first();

        assertThat(first).hasAttribute("data-exam", CONSOLE.infarction().toString());
        assertThat(first.locator("ecg-level")).containsText("危急");
        assertThat(first.locator("ecg-level polygon")).hasAttribute("points", Pattern.compile("(\\S+ ){7}\\S+"));
        assertThat(first).containsText("胸痛");
        assertThat(first.locator("a")).hasText("张***");
        assertThat(page.locator("ecg-worklist")).not().containsText("三");
    }

    @Test
    void aNewExamAppearsWithoutAReload() {
        Page page = CONSOLE.browser().loggedIn();
        page.evaluate("() => { window.kept = 'still the same page'; }");

        ExamId exam = CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.AF),
                        OpenConsole.patient("新", "110101195501010001"),
                        Symptoms.NONE,
                        OpenConsole.DAGOU);

        assertThat(page.locator("tr[data-exam='" + exam + "']")).isVisible();
        assertThat(page.evaluate("() => window.kept")).isEqualTo("still the same page");
    }

    @Test
    void markupInANameIsTextAndNothingElse() {
        Page page = CONSOLE.browser().loggedIn();
        CONSOLE.browser().open(page, CONSOLE.infarction());

        assertThat(page.locator("ecg-case .who")).hasText("张<b>三</b>");
        assertThat(page.locator("ecg-case .who b").count()).isZero();
    }

    @Test
    void aRedIsAcceptedReadBackDisposedOfAndLeavesTheTop() {
        ExamId exam = CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.VT),
                        OpenConsole.patient("赵六", "110101197001015678"),
                        new Symptoms(false, true, false, false),
                        OpenConsole.DAGOU);
        Page page = CONSOLE.browser().loggedIn();
        CONSOLE.browser().open(page, exam);

        page.keyboard().press("a");
        assertThat(page.locator("ecg-case .accepted")).containsText(SeededCentre.DOCTOR);
        Locator form = page.locator("ecg-read-back");
        form.locator("input[name=NAME]").fill("赵七");
        form.locator("input[name=AGE]").fill("66");
        form.locator("select").selectOption(new String[] {ruleOf(form)});
        form.locator("button").click();
        assertThat(form.locator(".problem")).containsText("患者标识不符");

        form.locator("input[name=NAME]").fill("赵六");
        form.locator("button").click();
        assertThat(page.locator("ecg-case .confirmed")).containsText(SeededCentre.DOCTOR);
        assertThat(page.locator("ecg-case .unconfirmed")).isVisible();

        page.locator("ecg-disposition select").selectOption("TRANSFER");
        page.locator("ecg-disposition button").click();
        assertThat(page.locator("ecg-disposition")).containsText("结案");
        page.locator("ecg-disposition button").click();
        assertThat(page.locator("ecg-timeline")).containsText("结案");

        page.keyboard().press("Escape");
        assertThat(page.locator("tr[data-exam='" + exam + "'] .state")).containsText("已结案");
        CONSOLE.browser().complaints.removeIf(complaint -> complaint.contains("409")); // the refused read-back
    }

    private static String ruleOf(Locator form) {
        return form.locator("select option").nth(1).getAttribute("value");
    }

    @Test
    void theLanguageSwitchesWithoutLosingThePlaceAndIsKept() {
        Page page = CONSOLE.browser().loggedIn();
        CONSOLE.browser().open(page, CONSOLE.normal());
        assertThat(page.locator("ecg-case .unconfirmed")).hasText("自动, 未经医生确认");

        page.locator("ecg-topbar button[lang=en]").click();

        assertThat(page.locator("ecg-case .unconfirmed")).hasText("AUTOMATIC, UNCONFIRMED");
        page.reload();
        assertThat(page.locator("ecg-case .unconfirmed")).hasText("AUTOMATIC, UNCONFIRMED");
        assertThat(page.evaluate("() => document.documentElement.lang")).isEqualTo("en");
    }

    @Test
    void theListIsWorkedByKeys() {
        Page page = CONSOLE.browser().loggedIn();
        page.locator("ecg-worklist tbody tr").nth(1).waitFor();

        page.keyboard().press("j");
        assertThat(page.locator("ecg-worklist tr[aria-current=true]")).hasCount(1);
        String second = page.locator("ecg-worklist tbody tr").nth(1).getAttribute("data-exam");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*#/exam/" + second));
    }

    @Test
    void aNewRedSoundsOnceTheShiftIsStarted() {
        Page page = CONSOLE.browser().loggedIn();
        assertThat(page.locator("ecg-console .warning")).containsText("声音未开");
        page.locator("ecg-topbar button.primary").click();
        assertThat(page.locator("ecg-topbar .on")).containsText("声音已开");
        page.evaluate("() => { window.played = []; document.querySelector('ecg-console').sound"
                + ".addEventListener('played', (event) => window.played.push(event.detail)); }");

        long from = System.nanoTime();
        CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.VF),
                        OpenConsole.patient("周", "110101198001014444"),
                        Symptoms.NONE,
                        OpenConsole.DAGOU);
        page.waitForFunction("() => window.played.includes('RED')");

        assertThat((System.nanoTime() - from) / 1_000_000)
                .as("ms from the commit")
                .isLessThan(2_000);
    }

    @Test
    void nothingOnAnyPageBreaksTheWebsAccessibilityRules() {
        for (String language : List.of("zh-CN", "en")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page page = CONSOLE.browser().stranger(language, scheme, 1366, 768);
                assertThat(Axe.violations(page))
                        .as("login %s %s", language, scheme)
                        .isEmpty();
                ConsoleBrowser.logIn(page);
                page.locator("ecg-worklist tbody tr").first().waitFor();
                assertThat(Axe.violations(page))
                        .as("worklist %s %s", language, scheme)
                        .isEmpty();
                CONSOLE.browser().open(page, CONSOLE.infarction());
                Paper.of(page);
                assertThat(Axe.violations(page))
                        .as("case %s %s", language, scheme)
                        .isEmpty();
                page.context().close();
            }
        }
    }
}
