package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.hub.report.ReportPolicy;
import org.ecgnet.hub.report.ReportPolicy.SecondReader;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A county that reads first: neither list nor page says what the machine found before the reader has said his own. */
class ReadFirstIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole(new ReportPolicy(
            SecondReader.NONE, LocalTime.of(18, 0), LocalTime.of(8, 0), ZoneId.of("UTC"), Duration.ofSeconds(1), true));

    @ParameterizedTest(name = "in {0}, {1}, {2} wide")
    @CsvSource({
        "zh-CN, LIGHT, 1366, 768, 先判读, 写下您的判读后显示",
        "en, DARK, 390, 844, READ FIRST, shown after your own reading"
    })
    void theListsSayNothingOfAPlainExamUntilItsReaderHas(
            String language, ColorScheme scheme, int width, int height, String first, String instead) {
        ExamId exam = plain();
        Page page = CONSOLE.browser().loggedIn(language, scheme, width, height);

        Locator row = row(page, exam);
        assertThat(row).containsText(first);
        assertThat(row).containsText(instead);
        assertThat(row(page, CONSOLE.infarction())).not().containsText(instead); // a red is told at once
        search(page);
        assertThat(page.locator("ecg-search li").first()).containsText(instead);
        Pictures.take(page, "read first list " + language + " " + width);
        assertThat(Axe.violations(page)).isEmpty();

        CONSOLE.browser().open(page, exam);
        page.locator("ecg-first select").selectOption("GREEN");
        page.locator("ecg-first button").click();
        page.locator("ecg-claims").first().waitFor();
        page.keyboard().press("Escape");
        assertThat(row(page, exam)).not().containsText(first);
        assertThat(row(page, exam)).not().containsText(instead);
        page.context().close();
    }

    @Test
    void whatTheHubSendsSaysNothingEither() {
        ExamId exam = plain();
        Page page = CONSOLE.browser().loggedIn();

        Object sent = page.evaluate(
                """
                async (exam) => {
                  const { api } = document.querySelector('ecg-console');
                  const { items } = await api.get('/api/worklist');
                  const found = await api.post('/api/search', { words: '吴先' });
                  const opened = await api.get(`/api/exams/${exam}`);
                  return [items.find((one) => one.examId === exam), found.items.find((one) => one.examId === exam), opened]
                    .map((one) => ['level', 'headline', 'reading'].filter((key) => key in one).join(' '));
                }""",
                exam.toString());

        assertThat(String.valueOf(sent)).isEqualTo("[, , ]");
        page.context().close();
    }

    @ParameterizedTest(name = "in {0}, {1}, {2} wide")
    @CsvSource({"zh-CN, DARK, 1366, 768, 本中心先判读后显示", "en, LIGHT, 390, 844, This centre reads first"})
    void aTechnicianSeesTheTracingAndItsQualityAndIsToldWhyNoStatementIsThere(
            String language, ColorScheme scheme, int width, int height, String why) {
        ExamId exam = plain();
        Page page = CONSOLE.browser().stranger(language, scheme, width, height);
        ConsoleBrowser.logIn(page, SeededCentre.TECHNICIAN);
        CONSOLE.browser().open(page, exam);
        Paper.of(page);

        assertThat(page.locator("ecg-findings")).containsText(why);
        assertThat(page.locator("ecg-findings .small").first()).isVisible(); // the quality
        assertThat(page.locator("ecg-noise li")).hasCount(12);
        assertThat(page.locator("ecg-findings ol")).hasCount(0);
        assertThat(page.locator("ecg-claim button")
                        .filter(new Locator.FilterOptions()
                                .setHasText(java.util.regex.Pattern.compile("退回|Send back"))))
                .isVisible();
        Pictures.take(page, "read first technician " + language + " " + width);
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }

    private static ExamId plain() {
        return CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.NORMAL),
                        OpenConsole.patient("吴先", ""),
                        Symptoms.NONE,
                        OpenConsole.DAGOU);
    }

    private static Locator row(Page page, ExamId exam) {
        return page.locator("tr[data-exam='" + exam + "']");
    }

    private static void search(Page page) {
        page.locator("ecg-search summary").click();
        page.locator("ecg-search input[name=words]").fill("吴先");
        page.locator("ecg-search form button").click();
    }
}
