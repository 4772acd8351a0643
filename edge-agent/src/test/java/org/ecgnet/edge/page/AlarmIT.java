package org.ecgnet.edge.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.ecgnet.ecg.Lead;
import org.ecgnet.edge.electrode.Site;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What rings and blinks in a real browser, how often, and when it ends. */
class AlarmIT {

    @RegisterExtension
    static final PageInBrowser browser = new PageInBrowser();

    private static final double MOST_FLASHES_A_SECOND = 3;

    /** Counts the beeps that are started. */
    private static final String LISTEN =
            """
            () => {
              window.beeps = 0;
              const start = AudioScheduledSourceNode.prototype.start;
              AudioScheduledSourceNode.prototype.start = function (at) { window.beeps++; return start.call(this, at); };
            }""";

    /** Flashes a second of each endless animation in the page, all shadow roots included. */
    private static final String FLASHES =
            """
            () => {
              const rates = [];
              const walk = (root) => root.querySelectorAll('*').forEach((one) => {
                if (one.shadowRoot) walk(one.shadowRoot);
                one.getAnimations().filter((playing) => playing.effect.getTiming().iterations === Infinity)
                  .forEach((playing) => rates.push(1000 / playing.effect.getTiming().duration));
              });
              walk(document);
              return rates;
            }""";

    private final FakeDesk desk = browser.desk();

    private static DeskState alarmed() {
        return Shown.alarmed(
                Shown.recording(FakeDesk.quiet(), 2500),
                new DeskState.Alarm(FakeDesk.EXAM, FakeDesk.NOW, List.of(ShownExams.STEMI)));
    }

    /** A page whose sound somebody's touch has switched on. */
    private Page touched() {
        Page page = browser.open(ColorScheme.LIGHT);
        page.evaluate(LISTEN);
        page.locator("#name").click();
        assertThat(page.getByText("声音未开")).hasCount(0);
        return page;
    }

    private static int beeps(Page page) {
        return ((Number) page.evaluate("() => window.beeps")).intValue();
    }

    private static void expectSilence(Page page) {
        int before = beeps(page);
        page.waitForTimeout(5000); // longer than a round of the alarm
        Assertions.assertThat(beeps(page)).isEqualTo(before);
    }

    @Test
    void aDeadlyRhythmRingsRoundAfterRoundUntilItIsOver() {
        Page page = touched();

        desk.show(alarmed(), List.of());
        assertThat(page.getByText("采集中发现致命心律")).isVisible();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            page.waitForTimeout(100);
            return beeps(page) >= 20; // two rounds of two sets of five
        });

        desk.show(FakeDesk.quiet(), List.of());
        assertThat(page.getByText("采集中发现致命心律")).hasCount(0);
        expectSilence(page);
    }

    @Test
    void aMutedAlarmIsStillShown() {
        Page page = touched();
        desk.show(alarmed(), List.of());

        page.getByText("静音").click();

        expectSilence(page);
        assertThat(page.locator(".banner.alarm")).isVisible();
    }

    @Test
    void nothingFlashesMoreThanThriceASecondAndNothingAtAllForThoseWhoWishSo() {
        Page page = browser.open(ColorScheme.LIGHT);
        PageInBrowser.step(page, 2);
        desk.contact(Shown.without(Lead.V3, Site.V3));
        assertThat(page.locator("torso-figure .off")).hasCount(1);
        expectFlashes(page);

        desk.show(alarmed(), List.of());
        assertThat(page.locator("recording-step")).isVisible();
        browser.beat(Scenario.NORMAL, Set.of(Lead.V3));
        assertThat(page.locator("recording-step sweep-trace .off")).isVisible();
        assertThat(page.locator(".banner.alarm")).isVisible();
        expectFlashes(page);
        browser.picture(page, "alarm-recording-light");

        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        Assertions.assertThat((List<?>) page.evaluate(FLASHES)).isEmpty();
        assertThat(page.locator(".banner.alarm")).isVisible();
    }

    private static void expectFlashes(Page page) {
        List<?> rates = (List<?>) page.evaluate(FLASHES);
        Assertions.assertThat(rates).isNotEmpty().allSatisfy(rate -> Assertions.assertThat(
                        ((Number) rate).doubleValue())
                .isBetween(0.4, MOST_FLASHES_A_SECOND));
    }
}
