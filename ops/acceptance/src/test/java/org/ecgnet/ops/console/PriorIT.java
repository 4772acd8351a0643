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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A patient with three recordings: bradycardia first, then normal, then an infarction, which is read now. */
class PriorIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    private static ExamId oldest;
    private static ExamId nearest;
    private static ExamId now;

    @BeforeAll
    static void record() {
        oldest = add(Scenario.SINUS_BRADYCARDIA);
        nearest = add(Scenario.NORMAL);
        now = add(Scenario.ANTERIOR_STEMI);
    }

    private static ExamId add(Scenario scenario) {
        return CONSOLE.centre()
                .add(
                        OpenConsole.heart(scenario),
                        OpenConsole.patient("吴", "110101196601015555"),
                        Symptoms.NONE,
                        OpenConsole.DAGOU);
    }

    @Test
    void theNearestEarlierExamStandsBelowAtTheSameScaleAndSaysThatItIsNotThisOne() {
        Page page = sheet("en", now);

        page.keyboard().press("p");

        assertThat(page.locator("ecg-prior select")).hasValue(nearest.toString());
        assertThat(page.locator("ecg-prior .badge")).hasText("EARLIER ECG");
        Locator papers = page.locator("ecg-viewer ecg-paper canvas");
        assertThat(papers).hasCount(2);
        assertThat(papers.nth(1)).hasAttribute("aria-label", Pattern.compile("EARLIER, .*: not the present ECG"));
        assertThat(papers.nth(0).boundingBox().height).isEqualTo(papers.nth(1).boundingBox().height);

        page.locator("ecg-prior select").selectOption(oldest.toString());
        assertThat(page.locator("ecg-prior option:checked")).containsText("oldest");
        page.keyboard().press("Tab"); // out of the list of exams
        page.keyboard().press("Escape");
        assertThat(page.locator("ecg-prior")).hasCount(0);
        page.context().close();
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource({"zh-CN, 项变化达到界值", "en, figures changed by their limit"})
    void theOverlayMarksWhatMovedByItsLimitAndNothingElse(String language, String words) {
        Page page = sheet(language, now);

        page.keyboard().press("o");

        assertThat(page.locator("ecg-overlay p[role=status]")).containsText(words);
        for (String lead : new String[] {"V2", "V3", "V4"}) {
            assertThat(page.locator("ecg-overlay tr.changed[data-row='j60 " + lead + "']"))
                    .hasCount(1);
        }
        assertThat(page.locator("ecg-overlay tr.changed[data-row=pr]")).hasCount(0);
        assertThat(page.locator("ecg-overlay tbody tr")).hasCount(19); // rate, PR, QRS, QTc, three axes, twelve leads
        assertThat(page.locator("ecg-overlay tr[data-row=rate] td").nth(2)).containsText("+");
        page.context().close();
    }

    @Test
    void aSlowHeartThatBecomesFastIsMarkedAgainstTheBaseline() {
        Page page = sheet("en", now);
        page.keyboard().press("o");
        page.locator("ecg-overlay table").waitFor();

        page.locator("ecg-prior select").selectOption(oldest.toString());

        assertThat(page.locator("ecg-overlay tr.changed[data-row=rate]")).hasCount(1); // 44 to 92 a minute
        page.context().close();
    }

    @Test
    void aPatientWithoutAnEarlierExamIsToldSo() {
        Page page = sheet("en", CONSOLE.normal());

        page.keyboard().press("p");

        assertThat(page.locator("ecg-prior .box")).containsText("no earlier readable ECG");
        page.context().close();
    }

    @Test
    void lookingAtAnEarlierExamIsInTheAuditOfThatExam() {
        Page page = sheet("en", now);
        page.keyboard().press("p");
        page.locator("ecg-prior ecg-paper").waitFor();
        page.waitForFunction(
                "() => document.querySelector('ecg-console').shadowRoot.querySelector('ecg-case').shadowRoot"
                        + ".querySelector('ecg-viewer').comparison.waveform");

        assertThat(CONSOLE.centre().opened(nearest)).isPositive();
        page.context().close();
    }

    private static Page sheet(String language, ExamId exam) {
        Page page = CONSOLE.browser().loggedIn(language, ColorScheme.LIGHT, 1366, 768);
        CONSOLE.browser().open(page, exam);
        Paper.of(page);
        return page;
    }
}
