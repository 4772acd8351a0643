package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.awaitility.Awaitility;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.hub.report.ReportPolicy;
import org.ecgnet.hub.report.ReportPolicy.SecondReader;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A county in which a red needs two readers, it is always night, and the machine is shown last. */
class TwoReadersIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole(new ReportPolicy(
            SecondReader.RED, LocalTime.MIN, LocalTime.MAX, ZoneId.of("UTC"), Duration.ofSeconds(1), true));

    @Test
    void anotherPhysicianLooksAnewAndSignsTheRed() {
        ExamId exam = red("冯六", "110101196201017777");
        Page first = CONSOLE.browser().loggedIn();
        sign(first, exam);
        assertThat(first.locator("ecg-overread .good")).containsText("等待复核");
        assertThat(first.locator("ecg-case .unconfirmed")).isVisible();

        Page second = CONSOLE.browser().stranger("en", ColorScheme.DARK, 1366, 768);
        ConsoleBrowser.logIn(second, SeededCentre.OTHER);
        CONSOLE.browser().open(second, exam);
        second.locator("ecg-second button").first().click();
        second.locator("ecg-second select").selectOption("YELLOW");
        second.locator("ecg-second form button").click();
        assertThat(second.locator("ecg-second .problem")).containsText("amend the report instead");
        second.locator("ecg-second select").selectOption("RED");
        second.locator("ecg-second form button").click();

        assertThat(second.locator("ecg-case .confirmed").first()).containsText("Signed by 李医生");
        assertThat(second.locator("ecg-report .signature").nth(1)).containsText("Second reader 刘主任");
        first.context().close();
        second.context().close();
        CONSOLE.browser().complaints.removeIf(complaint -> complaint.contains("409"));
    }

    @Test
    void aloneAtNightThePauseIsKept() {
        ExamId exam = red("陈七", "110101196301018888");
        Page page = CONSOLE.browser().loggedIn();
        sign(page, exam);
        assertThat(page.locator("ecg-second")).containsText("夜间可一人两次");

        Locator problem = page.locator("ecg-second .problem");
        Locator signed = page.locator("ecg-report .signature").nth(1);
        Awaitility.await("the pause is over")
                .pollInterval(Duration.ofMillis(700))
                .until(() -> {
                    page.locator("ecg-second button").first().click();
                    page.locator("ecg-second select").selectOption("RED");
                    page.locator("ecg-second form button").click();
                    problem.or(signed).first().waitFor(); // too soon, until the pause is over
                    return signed.count() > 0;
                });

        assertThat(signed).containsText("夜间一人两次");
        page.context().close();
        CONSOLE.browser().complaints.removeIf(complaint -> complaint.contains("409"));
    }

    @Test
    void ofAPlainExamTheMachineIsSilentUntilTheReaderHasWritten() {
        ExamId exam = CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.NORMAL),
                        OpenConsole.patient("褚八", "110101197301019999"),
                        Symptoms.NONE,
                        OpenConsole.DAGOU);
        Page page = CONSOLE.browser().loggedIn();
        page.navigate(CONSOLE.centre().url() + "#/exam/" + exam);

        assertThat(page.locator("ecg-first")).containsText("先读后看");
        assertThat(page.locator("ecg-findings ol")).hasCount(0);
        assertThat(page.locator("ecg-findings .says")).hasCount(0);
        assertThat(page.locator("ecg-measurements")).hasCount(0);
        assertThat(page.locator("ecg-claims")).hasCount(0);

        page.locator("ecg-first select").selectOption("GREEN");
        page.locator("ecg-first input[name=codes]").fill("sr");
        page.locator("ecg-first button").click();

        assertThat(page.locator("ecg-claims li").first()).isVisible();
        assertThat(page.locator("ecg-findings")).isVisible();
        page.context().close();
    }

    private static ExamId red(String name, String identity) {
        return CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.ANTERIOR_STEMI),
                        OpenConsole.patient(name, identity),
                        new Symptoms(true, false, false, false),
                        OpenConsole.DAGOU);
    }

    private static void sign(Page page, ExamId exam) {
        CONSOLE.browser().open(page, exam);
        page.locator("ecg-claims li").first().waitFor();
        for (Locator claim : page.locator("ecg-claims li").all()) {
            Locator alone = claim.locator("input[value=ACCEPTED]");
            if (alone.count() > 0) {
                alone.check();
            } else {
                claim.locator("button").first().click();
            }
        }
        page.locator("ecg-overread select[name=level]").selectOption("RED");
        page.keyboard().press("Control+Enter");
        page.locator("ecg-report article").waitFor();
    }
}
