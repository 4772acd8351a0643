package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator at the page of people, and a nurse whose page is open meanwhile. */
class PeoplePageIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    private static final SiteCode LINHE = new SiteCode("linhe-02");

    private static ExamId elsewhere;

    @BeforeAll
    static void aNurseOfDagou() {
        elsewhere = CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.NORMAL),
                        OpenConsole.patient("欧阳外院", "110101197001014321"),
                        Symptoms.NONE,
                        LINHE);
        CONSOLE.centre().staff("zhou.hushi", "周护士", OpenConsole.DAGOU);
        CONSOLE.centre().staff("wu.hushi", "吴护士", OpenConsole.DAGOU);
    }

    @Test
    void aNursesOpenListShowsTheClinicThatSheWasGivenWithoutANewLogin() {
        Page nurse = CONSOLE.browser().stranger("zh-CN", ColorScheme.LIGHT, 1366, 768);
        ConsoleBrowser.logIn(nurse, "zhou.hushi");
        assertThat(nurse.locator("ecg-worklist tbody tr")).hasCount(2);
        Page page = people("zh-CN", ColorScheme.LIGHT, 1366, 768);

        Locator row = page.locator("ecg-people tr[data-account='zhou.hushi']");
        assertThat(row).containsText("dagou-01");
        row.locator("button").click();
        row.locator("input[value='linhe-02']").check();
        row.locator("input[value='dagou-01']").uncheck();
        Pictures.judged(page, "people-choosing zh-CN 1366");
        row.locator("button.primary").click();

        assertThat(page.locator("ecg-people .good")).containsText("周护士 现在可查看: linhe-02");
        assertThat(row).containsText("linhe-02");
        assertThat(nurse.locator("ecg-worklist tbody tr")).hasCount(1);
        assertThat(nurse.locator("ecg-worklist tbody tr")).hasAttribute("data-exam", elsewhere.toString());
        assertThat(nurse.locator("ecg-topbar header")).containsText("周护士 · linhe-02");
        nurse.context().close();
        page.context().close();
    }

    @Test
    void nobodyIsLeftWithoutAClinicAndTheCentresPeopleHaveNone() {
        Page page = people("zh-CN", ColorScheme.LIGHT, 1366, 768);

        assertThat(page.locator("ecg-people tr[data-account='" + SeededCentre.ACCOUNT + "'] button"))
                .hasCount(0);
        Locator row = page.locator("ecg-people tr[data-account='wu.hushi']");
        row.locator("button").click();
        row.locator("input[value='dagou-01']").uncheck();
        assertThat(row.locator("button.primary")).isDisabled();
        page.context().close();
    }

    @Test
    void thePageReachesEverybodyOnEveryScreen() {
        for (int[] size : new int[][] {{1366, 768}, {390, 844}}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                String language = scheme == ColorScheme.LIGHT ? "zh-CN" : "en";
                Page page = people(language, scheme, size[0], size[1]);
                Pictures.judged(page, "people " + language + " " + size[0]);
                page.locator("ecg-people tr[data-account='wu.hushi'] button").click();
                Pictures.judged(page, "people-change " + language + " " + size[0]);
                page.context().close();
            }
        }
    }

    private static Page people(String language, ColorScheme scheme, int width, int height) {
        Page page = CONSOLE.browser().stranger(language, scheme, width, height);
        ConsoleBrowser.enter(page, SeededCentre.ADMINISTRATOR);
        page.locator("ecg-topbar a[href='#/people']").click();
        page.locator("ecg-people tbody tr").first().waitFor();
        return page;
    }
}
