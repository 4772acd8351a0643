package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A clinic's nurse in a real browser: sees what her clinic recorded, and is offered nothing that decides. */
class SiteStaffIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    private static final SiteCode OTHER = new SiteCode("linhe-02");

    private static ExamId foreign;

    @BeforeAll
    static void people() {
        foreign = CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.ANTERIOR_STEMI),
                        OpenConsole.patient("欧阳外院", "110101197001014321"),
                        Symptoms.NONE,
                        OTHER);
        CONSOLE.centre().staff("zhou.hushi", "周护士", OpenConsole.DAGOU);
    }

    @Test
    void theListTheMenuAndTheCaseAreHerClinicsAndNothingDecides() {
        Page page = CONSOLE.browser().stranger("zh-CN", ColorScheme.LIGHT, 1366, 768);
        ConsoleBrowser.logIn(page, "zhou.hushi");

        assertThat(page.locator("ecg-worklist tbody tr")).hasCount(2);
        assertThat(page.locator("ecg-worklist")).not().containsText("linhe-02");
        assertThat(page.locator("ecg-topbar header")).containsText("周护士 · dagou-01");
        assertThat(page.locator("ecg-topbar nav a")).hasText(new String[] {"工作列表", "危急值登记"});
        assertThat(page.locator("ecg-topbar header")).not().containsText("上班");

        assertThat(page.locator("ecg-worklist .head")).containsText("Enter 打开");
        assertThat(page.locator("ecg-worklist .head")).not().containsText("认领");
        page.keyboard().press("?");
        assertThat(page.locator("ecg-keys dialog")).containsText("返回列表");
        assertThat(page.locator("ecg-keys dialog")).not().containsText("认领");
        assertThat(page.locator("ecg-keys dialog")).not().containsText("打开最紧急");
        page.keyboard().press("Escape");

        CONSOLE.browser().open(page, CONSOLE.infarction());
        assertThat(page.locator("ecg-case .head")).containsText("张<b>三</b>");
        page.locator("ecg-overread h2").first().waitFor();
        assertThat(page.locator("ecg-case button.urgent, ecg-read-back, ecg-claim button"))
                .hasCount(0);
        page.context().close();
    }

    @Test
    void anotherClinicsExamIsNotThere() {
        Page page = CONSOLE.browser().stranger("zh-CN", ColorScheme.LIGHT, 1366, 768);
        ConsoleBrowser.logIn(page, "zhou.hushi");

        page.navigate(CONSOLE.centre().url() + "#/exam/" + foreign);

        assertThat(page.locator("ecg-case .problem")).hasText("没有这份检查。");
        page.context().close();
        CONSOLE.browser().complaints.removeIf(complaint -> complaint.contains("404"));
    }

    @Test
    void herPagesReachEverybodyOnEveryScreen() {
        for (int[] size : new int[][] {{1366, 768}, {390, 844}}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                String language = scheme == ColorScheme.LIGHT ? "zh-CN" : "en";
                Page page = CONSOLE.browser().stranger(language, scheme, size[0], size[1]);
                ConsoleBrowser.logIn(page, "zhou.hushi");
                page.locator("ecg-worklist tbody tr").first().waitFor();
                Pictures.judged(page, "staff-list " + language + " " + size[0]);
                CONSOLE.browser().open(page, CONSOLE.infarction());
                page.locator("ecg-overread h2").first().waitFor();
                Pictures.judged(page, "staff-case " + language + " " + size[0]);
                page.context().close();
            }
        }
    }
}
