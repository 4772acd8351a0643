package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks moved by hand are kept at the hub with their hand's name, and everything that shows intervals uses them. */
class HandMarksIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    @ParameterizedTest(name = "in {0}, {1}, {2} wide")
    @CsvSource({"zh-CN, LIGHT, 1366, 768", "en, DARK, 390, 844"})
    void keptMarksComeBackWithTheirHandsNameAndTheAutomaticValueBeside(
            String language, ColorScheme scheme, int width, int height) {
        ExamId exam = normal();
        Page page = CONSOLE.browser().loggedIn(language, scheme, width, height);
        median(page, exam);
        long qt = qt(page, 0);

        moveTEnd(page);
        assertThat(page.locator("ecg-median .keep")).isVisible();
        page.locator("ecg-median .keep").click();
        assertThat(page.locator("ecg-median .good")).isVisible();
        assertThat(page.locator("ecg-median .chip")).containsText(SeededCentre.DOCTOR);
        Pictures.take(page, "median by hand " + language + " " + width);
        assertThat(Axe.violations(page)).isEmpty();

        page.reload();
        median(page, exam);
        assertThat(page.locator("ecg-median .chip")).containsText(SeededCentre.DOCTOR);
        assertThat(qt(page, 1)).isEqualTo(qt + 52);
        assertThat(qt(page, 0)).isEqualTo(qt);
        Locator shown = page.locator("ecg-measurements [data-measure=qt]");
        assertThat(shown).containsText("✎ " + (qt + 52) + " ms");
        assertThat(shown).containsText(qt + " ms");
        assertThat(page.locator("ecg-measurements p").first()).containsText(SeededCentre.DOCTOR);
        assertThat(page.locator("ecg-timeline")).containsText("tEnd");
        page.context().close();
    }

    @Test
    void backToTheAutomaticMarksIsKeptTooAndNothingIsByHandAnyMore() {
        ExamId exam = normal();
        Page page = CONSOLE.browser().loggedIn();
        median(page, exam);
        moveTEnd(page);
        page.locator("ecg-median .keep").click();
        page.locator("ecg-median .good").waitFor();

        page.locator("ecg-median button", new Page.LocatorOptions().setHasText("恢复自动标记"))
                .click();
        page.locator("ecg-median .keep").click();
        page.locator("ecg-median .good").waitFor();

        page.reload();
        median(page, exam);
        assertThat(page.locator("ecg-median tbody tr")).hasCount(1);
        assertThat(page.locator("ecg-measurements [data-measure=qt]")).not().containsText("✎");
        page.context().close();
    }

    @Test
    void theSecondOfTwoWhoMoveMarksAtOnceIsToldWhoWasFirst() {
        ExamId exam = normal();
        Page one = CONSOLE.browser().loggedIn();
        Page other = CONSOLE.browser().stranger("en", ColorScheme.LIGHT, 1366, 768);
        ConsoleBrowser.logIn(other, SeededCentre.OTHER);
        median(one, exam);
        median(other, exam);
        other.context().setOffline(true); // does not hear of the first one's marks
        moveTEnd(one);
        one.locator("ecg-median .keep").click();
        one.locator("ecg-median .good").waitFor();
        moveTEnd(other);
        other.route("**/api/events*", route -> route.abort());
        other.route("**/api/exams/" + exam, route -> route.abort());
        other.context().setOffline(false);
        other.locator("ecg-median .keep").click();

        assertThat(other.locator("ecg-median .problem")).containsText("meanwhile " + SeededCentre.DOCTOR);
        CONSOLE.browser().complaints.removeIf(said -> said.contains("ERR_") || said.contains("409"));
        one.context().close();
        other.context().close();
    }

    @Test
    void anothersOpenPageShowsTheMarksAtOnce() {
        ExamId exam = normal();
        Page one = CONSOLE.browser().loggedIn();
        Page other = CONSOLE.browser().stranger("zh-CN", ColorScheme.LIGHT, 1366, 768);
        ConsoleBrowser.logIn(other, SeededCentre.OTHER);
        median(one, exam);
        CONSOLE.browser().open(other, exam);
        assertThat(other.locator("ecg-measurements [data-measure=qt]")).not().containsText("✎");

        moveTEnd(one);
        one.locator("ecg-median .keep").click();

        assertThat(other.locator("ecg-measurements [data-measure=qt]")).containsText("✎");
        assertThat(other.locator("ecg-measurements p").first()).containsText(SeededCentre.DOCTOR);
        one.context().close();
        other.context().close();
    }

    @Test
    void aMovedJMeasuresStAnewBesideTheAutomaticAndInTheReport() {
        ExamId exam = CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.ANTERIOR_STEMI),
                        OpenConsole.patient("郑", ""),
                        Symptoms.NONE,
                        OpenConsole.DAGOU);
        Page page = CONSOLE.browser().loggedIn();
        median(page, exam);
        Locator v3 = page.locator("ecg-measurements li[data-lead=V3]");
        String automatic = v3.textContent().replace("V3", "").strip();

        page.locator("ecg-marks [data-mark=j]").focus();
        page.keyboard().press("Shift+ArrowLeft");
        page.locator("ecg-median .keep").click();
        page.locator("ecg-median .good").waitFor();

        assertThat(v3.locator(".hand")).containsText("✎");
        assertThat(v3.locator(".auto")).containsText(automatic);
        assertThat(v3.locator(".hand")).not().containsText(automatic);
        Pictures.judged(page, "median j by hand zh-CN 1366");
        page.context().close();
    }

    @Test
    void aHeartThatCannotBeatSoIsRefusedWithAClearAnswer() {
        ExamId exam = normal();
        Page page = CONSOLE.browser().loggedIn();
        median(page, exam);

        Map<?, ?> refused = (Map<?, ?>) page.evaluate(
                """
                async (exam) => {
                  const { api } = document.querySelector('ecg-console');
                  const post = (marks) => api.post(`/api/exams/${exam}/marks`, { seen: 0, marks }).then(() => 'kept', (error) => [error.status, error.message].join(' '));
                  return {
                    order: await post({ pOn: 200, pOff: 150, qrsOn: 180, j: 230, tPeak: 330, tEnd: 380 }),
                    inQrs: await post({ pOn: 185, qrsOn: 180, j: 230 }),
                    outside: await post({ qrsOn: 180, j: 230, tEnd: 100000 }),
                    unknown: await post({ qrsOn: 180, j: 230, u: 400 }),
                    words: await post({ qrsOn: '180', j: 230 }),
                  };
                }""",
                exam.toString());

        assertThat(refused.get("order")).isEqualTo("409 P end must come after P onset");
        assertThat(refused.get("inQrs")).isEqualTo("409 QRS onset must come after P onset");
        assertThat(refused.get("outside")).isEqualTo("409 T end is outside the median beat");
        assertThat(String.valueOf(refused.get("unknown"))).startsWith("400 marks: no such mark");
        assertThat(String.valueOf(refused.get("words"))).startsWith("400 qrsOn: no whole number");
        CONSOLE.browser().complaints.removeIf(said -> said.contains("409") || said.contains("400"));
        page.context().close();
    }

    @Test
    void theSignedReportAndItsPaperHaveTheCorrectedIntervals() {
        ExamId exam = normal();
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1366, 768);
        median(page, exam);
        long qt = qt(page, 0);
        moveTEnd(page);
        page.locator("ecg-median .keep").click();
        page.locator("ecg-median .good").waitFor();
        page.keyboard().press("Escape");
        page.locator("ecg-claims button").first().waitFor();
        for (int claim = page.locator("ecg-claims li").count(); claim > 0; claim--) {
            page.keyboard().press("a");
        }
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("ecg-report .hand")).containsText("measured by hand, " + SeededCentre.DOCTOR);
        assertThat(page.locator("ecg-report .hand")).containsText("QT " + (qt + 52) + " ms [" + qt + "]");
        page.context().close();
    }

    @Test
    void theTangentIsDrawnForALeadAndTakenByAButton() {
        ExamId exam = normal();
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1366, 768);
        median(page, exam);
        assertThat(page.locator("ecg-median [data-tangent]")).hasCount(12);

        page.locator("ecg-median [data-tangent=II]").click();
        assertThat(page.locator("ecg-tangent .tangent")).hasCount(1);
        String taken = page.locator("ecg-median .take").textContent();
        Pictures.take(page, "median tangent");
        assertThat(Axe.violations(page)).isEmpty();
        page.locator("ecg-median .take").click();

        var said = Pattern.compile("II, QT (\\d+) ms").matcher(taken);
        assertThat(said.find()).isTrue();
        assertThat(qt(page, 1)).isEqualTo(Long.parseLong(said.group(1)));
        assertThat(qt(page, 1)).isBetween(qt(page, 0) - 60, qt(page, 0) + 60);
        page.context().close();
    }

    @Test
    void theDeltaTableComparesWithWhatWasMeasuredByHandAndSaysSo() {
        Patient patient = OpenConsole.patient("孙", "110101197501014444");
        ExamId earlier =
                CONSOLE.centre().add(OpenConsole.heart(Scenario.NORMAL), patient, Symptoms.NONE, OpenConsole.DAGOU);
        ExamId now =
                CONSOLE.centre().add(OpenConsole.heart(Scenario.NORMAL), patient, Symptoms.NONE, OpenConsole.DAGOU);
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1366, 768);
        median(page, now);
        moveTEnd(page);
        page.locator("ecg-median .keep").click();
        page.locator("ecg-median .good").waitFor();

        page.keyboard().press("o");

        assertThat(page.locator("ecg-overlay .hand")).hasCount(1);
        assertThat(page.locator("ecg-overlay .hand")).containsText("Now: measured by hand, " + SeededCentre.DOCTOR);
        String delta = page.locator("ecg-overlay tr[data-row='qtcFridericia'] td")
                .nth(2)
                .textContent();
        assertThat(Integer.parseInt(delta.replaceAll("[^0-9]", ""))).isBetween(45, 65); // 52 ms of QT, for the rate
        assertThat(List.of(earlier, now)).doesNotHaveDuplicates();
        page.context().close();
    }

    @Test
    void everyLeadShowsItsNoise() {
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1366, 768);
        CONSOLE.browser().open(page, CONSOLE.normal());
        Paper.of(page);

        assertThat(page.locator("ecg-noise li")).hasCount(12);
        for (Locator lead : page.locator("ecg-noise li").all()) {
            assertThat(lead).containsText(Pattern.compile("\\d"));
        }
        page.context().close();
    }

    private static ExamId normal() {
        return CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.NORMAL),
                        OpenConsole.patient("吴敏", ""),
                        Symptoms.NONE,
                        OpenConsole.DAGOU);
    }

    /** A sample at 500 Hz and a box at 100 mm/s: 52 ms. */
    private static void moveTEnd(Page page) {
        page.locator("ecg-marks [data-mark=tEnd]").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Shift+ArrowRight");
    }

    private static void median(Page page, ExamId exam) {
        CONSOLE.browser().open(page, exam);
        Paper.of(page);
        page.keyboard().press("b");
        page.locator("ecg-median table").waitFor();
    }

    private static long qt(Page page, int row) {
        Locator cell =
                page.locator("ecg-median tbody tr").nth(row).locator("td").nth(3);
        assertThat(cell).hasText(Pattern.compile("\\d+"));
        return Long.parseLong(cell.textContent());
    }
}
