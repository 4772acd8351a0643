package org.ecgnet.edge.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.edge.electrode.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page as a whole in a real browser; pictures are left in {@code target/page}. */
class ClinicPageBrowserIT {

    @RegisterExtension
    static final PageInBrowser browser = new PageInBrowser();

    private final FakeDesk desk = browser.desk();

    @Test
    void englishIsOneClickAwayAndRemembered() {
        desk.show(FakeDesk.quiet(), List.of(ShownExams.redAcknowledged()));
        Page page = browser.open(ColorScheme.LIGHT);

        page.locator("header .language").click();

        assertThat(page.locator("patient-step footer .main")).hasText("Next: electrodes");
        browser.picture(page, "english-patient-light");
        page.reload();
        PageInBrowser.step(page, 4);
        assertThat(page.locator("result-card h2")).hasText("CRITICAL");
        browser.picture(page, "english-light");
    }

    @Test
    void everyTextAndTargetIsLargeEnough() {
        desk.show(
                Shown.offline(FakeDesk.quiet()),
                List.of(ShownExams.redAcknowledged(), ShownExams.quiet(1, TriageLevel.YELLOW, "王建国")));
        Page page = browser.open(ColorScheme.LIGHT);
        for (int step : new int[] {1, 2, 4}) {
            PageInBrowser.step(page, step);
            page.waitForTimeout(200);
            Assertions.assertThat(PageInBrowser.tooSmall(page))
                    .as("step %s", step)
                    .isEmpty();
        }
    }

    @Test
    void axeFindsNothingAtAnyStepInEitherThemeOrLanguage() {
        desk.show(
                Shown.offline(FakeDesk.quiet()),
                List.of(
                        ShownExams.redOffline(),
                        ShownExams.quiet(1, TriageLevel.YELLOW, "王建国"),
                        ShownExams.quiet(2, TriageLevel.GREEN, "李秀英"),
                        ShownExams.quiet(3, TriageLevel.GREY, "赵六")));
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (String language : List.of("zh-CN", "en")) {
                Page page = browser.open(scheme);
                if (language.equals("en")) {
                    page.locator("header .language").click();
                }
                for (int step : new int[] {1, 2, 4}) {
                    PageInBrowser.step(page, step);
                    desk.contact(Shown.without(Lead.V3, Site.V3));
                    expectNoViolation(page, "%s %s step %s".formatted(scheme, language, step));
                }
                page.locator("exam-history input[type=search]").fill("李");
                assertThat(page.locator("exam-history .list li")).hasCount(1);
                expectNoViolation(page, "%s %s history".formatted(scheme, language));
                PageInBrowser.step(page, 2);
                desk.contact(Shown.armsExchanged());
                assertThat(page.locator(".doubt").first()).isVisible();
                expectNoViolation(page, "%s %s exchanged electrodes".formatted(scheme, language));
                desk.show(
                        Shown.alarmed(
                                Shown.recording(FakeDesk.quiet(), 2500),
                                new DeskState.Alarm(FakeDesk.EXAM, FakeDesk.NOW, List.of(ShownExams.STEMI))),
                        desk.exams);
                assertThat(page.locator("recording-step")).isVisible();
                expectNoViolation(page, "%s %s step 3".formatted(scheme, language));
                desk.show(Shown.offline(FakeDesk.quiet()), desk.exams);
                page.context().close();
            }
        }
    }

    private static void expectNoViolation(Page page, String where) {
        page.waitForTimeout(200); // colours that change are judged when they have changed
        Assertions.assertThat(PageInBrowser.violations(page)).as(where).isEmpty();
    }

    @Test
    void aClosedPageIsNoLongerWatching() {
        Page page = browser.open(ColorScheme.LIGHT);
        await().until(() -> desk.watching() == 1);

        page.context().close();

        await().atMost(Duration.ofSeconds(20)).until(() -> desk.watching() == 0);
    }

    @Test
    void aNarrowScreenShowsEveryStepWithoutRunningOverItsSide() {
        desk.show(FakeDesk.quiet(), List.of(ShownExams.redAcknowledged()));
        for (String language : List.of("zh", "en")) {
            Page page = browser.open(ColorScheme.DARK, 390, 844);
            if (language.equals("en")) {
                page.locator("header .language").click();
            }
            for (int step : new int[] {1, 2, 4}) {
                PageInBrowser.step(page, step);
                desk.contact(Shown.without(Lead.V3, Site.V3));
                page.waitForTimeout(300);
                browser.picture(page, "narrow-" + language + "-" + step);
                Object over = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
                Assertions.assertThat(((Number) over).intValue())
                        .as(language + step)
                        .isLessThanOrEqualTo(0);
            }
        }
    }
}
