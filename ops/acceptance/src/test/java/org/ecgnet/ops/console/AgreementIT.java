package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often readers agreed with the machine, as a page and as a file. */
class AgreementIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    /** Sinus rhythm kept twice and refused once. */
    @BeforeAll
    static void sign() {
        Page page = CONSOLE.browser().loggedIn();
        for (String key : new String[] {"a", "a", "x"}) {
            ExamId exam = CONSOLE.centre()
                    .add(
                            OpenConsole.heart(Scenario.NORMAL),
                            OpenConsole.patient("何一", ""),
                            Symptoms.NONE,
                            OpenConsole.DAGOU);
            CONSOLE.browser().open(page, exam);
            page.locator("ecg-claims button").first().waitFor();
            page.keyboard().press(key);
            page.getByLabel("结论").fill("窦性心律");
            page.keyboard().press("Control+Enter");
            page.locator("ecg-overread .good").waitFor();
        }
        page.context().close();
    }

    @ParameterizedTest(name = "in {0}, {1}, {2} wide")
    @CsvSource({"zh-CN, LIGHT, 1366, 768, 窦性心律", "en, DARK, 390, 844, sinus rhythm"})
    void countsStandBesideKappaAndNothingIsCalledAccuracy(
            String language, ColorScheme scheme, int width, int height, String statement) {
        Page page = open(language, scheme, width, height);

        assertThat(page.locator("ecg-agreement [role=status]")).containsText("3");
        assertThat(page.locator("tr[data-code=SR]")).containsText(statement);
        assertThat(page.locator("tr[data-code=SR] [data-count=accepted]")).hasText("2");
        assertThat(page.locator("tr[data-code=SR] [data-count=rejected]")).hasText("1");
        assertThat(page.locator("tr[data-code=SR] [data-count=added]")).hasText("0");
        assertThat(page.locator("tr[data-code=SR] [data-count=kappa]")).hasText("–"); // the machine always said it
        assertThat(page.locator("ecg-agreement"))
                .not()
                .containsText(Pattern.compile("accuracy|准确", Pattern.CASE_INSENSITIVE));
        Pictures.take(page, "agreement " + language + " " + width);
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }

    @Test
    void theSpanIsChosenAndTheFileHasTheSameCounts() throws IOException {
        Page page = open("en", ColorScheme.LIGHT, 1366, 768);

        Download file = page.waitForDownload(
                () -> page.locator("ecg-agreement a[download]").click());
        assertThat(Files.readString(file.path()))
                .startsWith("\uFEFF")
                .contains("\r\nSR,窦性心律,sinus rhythm,2,0,1,0,0,,,\r\n");

        page.locator("input[name=from]").fill("2020-01-01");
        page.locator("input[name=to]").fill("2020-02-01");
        page.locator("ecg-agreement form button.primary").click();
        assertThat(page.locator("ecg-agreement [role=status]")).hasText("0 signed reports");
        assertThat(page.locator("ecg-agreement tbody tr")).hasCount(0);
        page.locator("[data-days='7']").click();
        assertThat(page.locator("ecg-agreement [role=status]")).hasText("3 signed reports");
        page.context().close();
    }

    private static Page open(String language, ColorScheme scheme, int width, int height) {
        Page page = CONSOLE.browser().loggedIn(language, scheme, width, height);
        page.navigate(CONSOLE.browser().home() + "#/agreement");
        page.locator("ecg-agreement tbody tr").first().waitFor();
        return page;
    }
}
