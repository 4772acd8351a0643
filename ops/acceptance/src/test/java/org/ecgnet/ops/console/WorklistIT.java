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

/** Two readers at one worklist. */
class WorklistIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    @Test
    void oneKeyOpensTheMostUrgentThatNobodyReadsAndTheOtherReaderGetsTheNext() {
        Page li = reader(SeededCentre.ACCOUNT);
        Page chen = reader(SeededCentre.OTHER);

        li.keyboard().press("n");
        assertThat(li).hasURL(Pattern.compile(CONSOLE.infarction().toString()));
        assertThat(li.locator("ecg-claim")).containsText("由您阅读");
        assertThat(row(chen, CONSOLE.infarction())).containsText(SeededCentre.DOCTOR + " 已认领");
        chen.keyboard().press("n");

        chen.locator("ecg-case .who").waitFor();
        assertThat(chen.url()).doesNotContain(CONSOLE.infarction().toString());
    }

    @Test
    void aClaimIsTakenOverInTheOpenAndTheFirstReaderSeesIt() {
        ExamId exam = exam("甲", Scenario.AF);
        Page li = reader(SeededCentre.ACCOUNT);
        Page chen = reader(SeededCentre.OTHER);
        CONSOLE.browser().open(li, exam);
        li.keyboard().press("c");
        assertThat(li.locator("ecg-claim .mine")).isVisible();
        CONSOLE.browser().open(chen, exam);

        assertThat(chen.locator("ecg-claim .theirs")).containsText(SeededCentre.DOCTOR);
        chen.locator("ecg-claim button", new Page.LocatorOptions().setHasText("接管"))
                .click();

        assertThat(chen.locator("ecg-claim .mine")).isVisible();
        assertThat(li.locator("ecg-claim .theirs")).containsText(SeededCentre.OTHER_DOCTOR);
    }

    @Test
    void aShiftIsHandedOverAndTheSuccessorTakesEachExam() {
        ExamId exam = exam("乙", Scenario.AF);
        Page li = reader(SeededCentre.ACCOUNT);
        Page chen = reader(SeededCentre.OTHER);
        CONSOLE.browser().open(li, exam);
        li.keyboard().press("c");
        li.locator("ecg-claim .mine").waitFor();
        li.keyboard().press("Escape");
        li.locator("ecg-handovers > button, ecg-handovers button.offer").click();
        Locator next = li.locator("ecg-handovers input[name='" + exam + "']");
        next.fill("22:00 回电大沟");
        li.locator("ecg-handovers form button").click();

        Locator offer = chen.locator("ecg-handovers .offer li", new Page.LocatorOptions().setHasText("22:00 回电大沟"));
        assertThat(offer).isVisible();
        assertThat(row(chen, exam)).containsText("交班中");
        offer.locator("button").click();

        assertThat(offer).hasCount(0);
        assertThat(row(chen, exam)).containsText("由您阅读");
        assertThat(li.locator("ecg-handovers .offer li", new Page.LocatorOptions().setHasText("22:00 回电大沟")))
                .hasCount(0);
    }

    @Test
    void aPoorRecordingGoesBackWithAReason() {
        ExamId exam = exam("丙", Scenario.AF);
        Page li = reader(SeededCentre.ACCOUNT);
        CONSOLE.browser().open(li, exam);

        li.locator("ecg-claim button", new Page.LocatorOptions().setHasText("退回重采"))
                .click();
        li.locator("ecg-claim select").selectOption("MUSCLE_NOISE");
        li.locator("ecg-claim form button.primary").click();

        assertThat(li.locator("ecg-claim")).containsText("已退回重采");
        li.keyboard().press("Escape");
        assertThat(row(li, exam)).containsText("肌电干扰");
    }

    @Test
    void aFilterSaysWhatItHidesAndNeverHidesAnUnansweredRed() {
        ExamId yellow = exam("丁", Scenario.AF);
        ExamId red = exam("戊", Scenario.VT);
        Page li = reader(SeededCentre.ACCOUNT);
        row(li, yellow).waitFor();

        for (String level : List.of("危急", "紧急")) {
            li.locator("ecg-worklist-filter label", new Page.LocatorOptions().setHasText(level))
                    .click();
        }

        assertThat(row(li, yellow)).hasCount(0);
        assertThat(row(li, red)).isVisible();
        assertThat(li.locator("ecg-worklist-filter .hidden")).containsText("筛选隐藏");
        li.locator("ecg-worklist-filter button").click();
        assertThat(row(li, yellow)).isVisible();
    }

    @Test
    void anEarlierExamIsFoundByTheStartOfItsPatientsNameAndShownMasked() {
        ExamId exam = exam("欧阳建国", Scenario.NORMAL);
        Page page = reader(SeededCentre.ACCOUNT);
        page.locator("ecg-search summary").click();
        page.locator("ecg-search input[name=words]").fill("欧阳");
        page.locator("ecg-search form button").click();

        assertThat(page.locator("ecg-search li a")).hasAttribute("href", "#/exam/" + exam);
        assertThat(page.locator("ecg-search li a")).hasText("欧***");
    }

    @Test
    void anExamShowsHowMuchOfItsTimeIsLeft() {
        ExamId exam = exam("己", Scenario.NORMAL);
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.DARK, 1366, 768);

        assertThat(row(page, exam).locator(".goal")).hasText(Pattern.compile("\\d+:\\d\\d left"));
    }

    private static ExamId exam(String name, Scenario scenario) {
        return CONSOLE.centre()
                .add(
                        OpenConsole.heart(scenario),
                        OpenConsole.patient(name, "11010119550101" + Math.floorMod(name.hashCode(), 9_000)),
                        Symptoms.NONE,
                        OpenConsole.DAGOU);
    }

    private static Page reader(String account) {
        Page page = CONSOLE.browser().stranger("zh-CN", ColorScheme.LIGHT, 1366, 768);
        ConsoleBrowser.logIn(page, account);
        return page;
    }

    private static Locator row(Page page, ExamId exam) {
        return page.locator("tr[data-exam='" + exam + "']");
    }
}
