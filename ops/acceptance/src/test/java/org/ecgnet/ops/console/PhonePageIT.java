package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A red case on the on-call cardiologist's telephone, 390 by 844, from the link in the page to a word to the clinic. */
class PhonePageIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;
    private static final int SMALLEST_TARGET = 44;

    @Test
    void fromTheLinkTheEcgIsThereAndFourTouchesReadBackAndTellTheClinic() {
        ExamId exam = red("钱<i>七</i>", "110101196001010701");
        Page page = CONSOLE.browser().stranger("zh-CN", ColorScheme.LIGHT, WIDTH, HEIGHT);
        page.navigate(CONSOLE.centre().url() + "#/case/" + CONSOLE.centre().caseOf(exam));
        ConsoleBrowser.enter(page, SeededCentre.ACCOUNT);

        // No touch so far but the login: the ECG with its twelve leads and the finding's evidence.
        assertThat(page).hasURL(Pattern.compile(".*#/phone/" + exam));
        assertThat(page.locator("ecg-phone ecg-paper canvas")).isVisible();
        assertThat(page.locator("ecg-phone .leads li")).hasCount(12);
        assertThat(page.locator("ecg-phone .who")).hasText("钱<i>七</i>");

        option(page, "NAME", "钱<i>七</i>").click();
        option(page, "AGE", "66").click();
        page.locator("ecg-phone-answer .findings button[data-rule=R03]").click();
        assertThat(page.locator("ecg-phone .warning")).containsText("已由 李医生 复述确认");
        page.locator("ecg-phone-talk button[data-phrase=STAY]").click();
        assertThat(page.locator("ecg-phone-talk .sent")).containsText("请守在病人身边");

        assertThat(CONSOLE.centre().saidToTheClinic(OpenConsole.DAGOU)).contains("请守在病人身边, 持续监护, 备好除颤器。");
        assertThat(page.locator("ecg-phone-talk a.call")).hasAttribute("href", "tel:0912-555-0101");
        page.locator("ecg-phone-answer button[data-what=TRANSFER]").click();
        assertThat(page.locator("ecg-phone-answer .done")).containsText("转院");
        page.context().close();
    }

    @Test
    void aWrongReadBackIsRefusedAndAskedForAnew() {
        Page page = opened(red("冯十四", "110101196001011402"), "en", ColorScheme.LIGHT);

        wrong(page, "NAME", "冯十四").click();
        option(page, "AGE", "66").click();
        page.locator("ecg-phone-answer .findings button[data-rule=R03]").click();

        assertThat(page.locator("ecg-phone-answer .problem")).isVisible();
        assertThat(page.locator("ecg-phone-answer button[aria-pressed=true]")).hasCount(0);
        assertThat(page.locator("ecg-phone .warning")).hasText("AUTOMATIC, UNCONFIRMED");
        CONSOLE.browser().complaints.removeIf(complaint -> complaint.contains("409"));
        page.context().close();
    }

    @Test
    void aWrongFindingIsRefused() {
        Page page = opened(red("陈十五", "110101196001011503"), "en", ColorScheme.LIGHT);

        option(page, "NAME", "陈十五").click();
        option(page, "AGE", "66").click();
        page.locator("ecg-phone-answer .findings button:not([data-rule=R03])")
                .first()
                .click();

        assertThat(page.locator("ecg-phone-answer .problem")).isVisible();
        CONSOLE.browser().complaints.removeIf(complaint -> complaint.contains("409"));
        page.context().close();
    }

    /** Of three findings the true one stands where the case puts it, in the first place as often as in the last. */
    @Test
    void findingsAreTitlesOfOneKindInAnOrderThatIsTheCasesAndNotTheTruths() {
        ExamId exam = red("韩十九", "110101196001011907");
        Page page = opened(exam, "zh-CN", ColorScheme.LIGHT);
        Locator findings = page.locator("ecg-phone-answer .findings button");
        assertThat(findings).hasCount(3);
        List<String> shown = findings.allInnerTexts();
        assertThat(shown).contains("心室颤动/扑动").allMatch(title -> title.length() <= 16);
        page.reload();
        page.locator("ecg-phone-answer .findings button").first().waitFor();
        assertThat(findings.allInnerTexts()).isEqualTo(shown);

        List<?> places = (List<?>)
                page.evaluate(
                        """
                async () => {
                  const { findingOptions } = await import('/elements/phone/choices.js');
                  const places = [0, 0, 0];
                  for (let number = 0; number < 300; number++) {
                    const id = `01890a5d-ac96-774b-bcce-${String(number * 7919).padStart(12, '0')}`;
                    const rules = findingOptions({ id }, [{ rule: 'R11' }]);
                    const more = findingOptions({ id }, [{ rule: 'R11' }, { rule: 'R18' }]);
                    if (more.filter((rule) => rules.includes(rule)).join() !== rules.filter((rule) => more.includes(rule)).join()) {
                      throw new Error('a finding that joined moved the others');
                    }
                    places[rules.indexOf('R11')]++;
                  }
                  return places;
                }""");
        assertThat(places)
                .allSatisfy(count -> assertThat(((Number) count).intValue()).isBetween(75, 125));
        page.context().close();
    }

    @Test
    void twelveLeadsArePushedSidewaysUnderTheirNamesAndNothingElseMovesSideways() {
        Page page = opened(red("褚十六", "110101196001011604"), "zh-CN", ColorScheme.LIGHT);

        Object moved = page.evaluate(
                "() => { const paper = document.querySelector('ecg-console').renderRoot"
                        + ".querySelector('ecg-phone').renderRoot.querySelector('ecg-phone-strip').renderRoot"
                        + ".querySelector('ecg-paper'); const box = paper.renderRoot.querySelector('.scroll');"
                        + " box.scrollLeft = 300; const name = paper.querySelector('.leads li span').getBoundingClientRect();"
                        + " return [box.scrollLeft, name.left >= 0 && name.left < 60, box.scrollHeight <= box.clientHeight + 1]; }");

        assertThat((List<?>) moved).isEqualTo(List.of(300, true, true));
        assertThat(tooWide(page)).isLessThanOrEqualTo(0);
        page.context().close();
    }

    @Test
    void everyTargetIsLargeEnoughForAThumbAndNoAccessibilityRuleIsBroken() {
        ExamId exam = red("卫十七", "110101196001011705");
        for (String language : List.of("zh-CN", "en")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page page = opened(exam, language, scheme);
                page.locator("ecg-phone-talk button").first().waitFor();
                Pictures.take(page, "phone " + language + " " + scheme);
                assertThat(Axe.violations(page)).as(language + " " + scheme).isEmpty();
                assertThat(smallTargets(page)).as(language + " " + scheme).isEmpty();
                assertThat(tooWide(page)).isLessThanOrEqualTo(0);
                page.context().close();
            }
        }
    }

    @Test
    void onAWideScreenTheSameLinkOpensTheWholePage() {
        ExamId exam = red("蒋十八", "110101196001011806");
        UUID caseId = CONSOLE.centre().caseOf(exam);
        Page page = CONSOLE.browser().loggedIn();

        page.navigate(CONSOLE.centre().url() + "#/case/" + caseId);

        assertThat(page).hasURL(Pattern.compile(".*#/exam/" + exam));
        page.context().close();
    }

    private static Page opened(ExamId exam, String language, ColorScheme scheme) {
        Page page = CONSOLE.browser().loggedIn(language, scheme, WIDTH, HEIGHT);
        page.navigate(CONSOLE.centre().url() + "#/phone/" + exam);
        page.locator("ecg-phone ecg-paper canvas").waitFor();
        page.locator("ecg-phone-answer").waitFor();
        return page;
    }

    private static Locator wrong(Page page, String kind, String right) {
        return page.locator("fieldset[data-identifier=" + kind + "] button")
                .filter(new Locator.FilterOptions().setHasNotText(right))
                .first();
    }

    private static Locator option(Page page, String kind, String option) {
        return page.locator("fieldset[data-identifier=" + kind + "] button[data-option='" + option + "']");
    }

    private static int tooWide(Page page) {
        return ((Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue();
    }

    /** Buttons and links of the page, through every shadow root, that are less than 44 px high or wide. */
    private static List<?> smallTargets(Page page) {
        return (List<?>) page.evaluate(
                "(least) => { const small = []; const walk = (root) => { for (const element of"
                        + " root.querySelectorAll('*')) { if (element.shadowRoot) walk(element.shadowRoot);"
                        + " if (element.matches('button, a[href], summary, select, input')) { const box ="
                        + " element.getBoundingClientRect(); if (box.width && box.left > -1000 && (box.height < least || box.width < least))"
                        + " small.push(`${element.localName} ${element.textContent.trim()} ${box.width}x${box.height}`); } } };"
                        + " walk(document.querySelector('ecg-console').renderRoot.querySelector('main')); return small; }",
                SMALLEST_TARGET);
    }

    private static ExamId red(String name, String identity) {
        return CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.VF),
                        OpenConsole.patient(name, identity),
                        new Symptoms(false, true, false, false),
                        OpenConsole.DAGOU);
    }
}
