package org.ecgnet.edge.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.edge.electrode.Site;
import org.ecgnet.edge.store.DiskState;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Steps 2 and 3 in a real browser. */
class ElectrodeStepIT {

    @RegisterExtension
    static final PageInBrowser browser = new PageInBrowser();

    private final FakeDesk desk = browser.desk();

    @Test
    void anEmergencyIsRecordedWithTwoClicksAndStopped() {
        Page page = browser.open(ColorScheme.LIGHT);

        page.getByText("急救，身份不明").click();
        page.locator("button.start").click();

        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        await().until(() -> desk.starts.size() == 1);
        Assertions.assertThat(desk.starts.get(0).emergency()).isTrue();
        Assertions.assertThat(desk.starts.get(0).patient()).isEqualTo(Patient.UNKNOWN);
        Assertions.assertThat(desk.asked).contains("preview true");

        desk.show(Shown.recording(FakeDesk.quiet(), 2500), List.of());
        page.locator("button.stop").click();
        await().until(() -> desk.asked.contains("stop"));
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void sitesLightUpAndAnElectrodeThatIsOffBlinksWithItsRemedy() {
        Page page = browser.open(ColorScheme.LIGHT);
        PageInBrowser.step(page, 2);
        browser.beat(Scenario.NORMAL, Set.of(Lead.V3));
        page.waitForTimeout(300);
        desk.contact(Shown.without(Lead.V3, Site.V3));

        assertThat(page.locator("torso-figure [data-site=V3]")).hasClass("off");
        assertThat(page.locator("torso-figure .on")).hasCount(9);
        assertThat(page.getByText("V3 电极脱落")).isVisible();
        assertThat(page.getByText("擦酒精")).isVisible();
        page.waitForTimeout(1500);
        browser.picture(page, "electrodes-light");

        page.getByText("IEC").click();
        assertThat(page.locator("torso-figure [data-site=RL] text")).hasText("RL");
        page.locator(".choice").getByText("女").click();
        desk.contact(Shown.good());
        assertThat(page.locator("torso-figure .on")).hasCount(10);
        browser.picture(page, "electrodes-woman-aha-light");
        Assertions.assertThat(desk.starts).isEmpty();
    }

    @Test
    void threeGoodSecondsStartTheRecordingUnlessThatIsSwitchedOff() {
        Page page = browser.open(ColorScheme.LIGHT);
        PageInBrowser.step(page, 2);
        page.getByText("自动开始：开").click();
        for (int n = 0; n < 5; n++) {
            desk.contact(Shown.good());
        }
        assertThat(page.getByText("信号良好")).isVisible();
        Assertions.assertThat(desk.starts).isEmpty();

        page.getByText("自动开始：关").click();
        for (int n = 0; n < 3; n++) {
            desk.contact(Shown.good());
        }
        await().until(() -> desk.starts.size() == 1);
    }

    @Test
    void electrodesThatSeemExchangedHoldTheAutomaticStartAndBlockNothing() {
        Page page = browser.open(ColorScheme.LIGHT);
        PageInBrowser.step(page, 2);
        for (int n = 0; n < 5; n++) {
            desk.contact(Shown.armsExchanged());
        }

        assertThat(page.getByText("右臂(RA)与左臂(LA) 可能接反")).isVisible();
        assertThat(page.locator("torso-figure .doubt")).hasCount(2);
        browser.picture(page, "doubt-light");
        Assertions.assertThat(desk.starts).isEmpty();

        page.locator("button.start").click();
        await().until(() -> desk.starts.size() == 1);
    }

    @Test
    void anEmergencyStartsByItselfThoughElectrodesSeemExchanged() {
        Page page = browser.open(ColorScheme.LIGHT);
        page.getByText("急救，身份不明").click();
        for (int n = 0; n < 3; n++) {
            desk.contact(Shown.armsExchanged());
        }

        await().until(() -> desk.starts.size() == 1);
    }

    @Test
    void chestPainIsWatchedForHalfAnHour() {
        Page page = browser.open(ColorScheme.LIGHT);
        PageInBrowser.step(page, 2);
        page.getByText("胸痛连续监护").click();
        page.locator("button.start").click();

        await().until(() -> desk.starts.size() == 1);
        Assertions.assertThat(desk.starts.get(0).seconds()).hasValue(1800);
    }

    @Test
    void theTraceRunsAtTwentyFiveMillimetresASecondAndIsLookedAt() {
        desk.show(Shown.recording(FakeDesk.quiet(), 2500), List.of(ShownExams.quiet(1, TriageLevel.GREEN, "王建国")));
        Page page = browser.open(ColorScheme.LIGHT);
        desk.show(desk.state, desk.exams);
        assertThat(page.locator("recording-step")).isVisible();
        browser.beat(Scenario.ANTERIOR_STEMI, Set.of());

        String measure = "() => document.querySelector('clinic-page').shadowRoot.querySelector('recording-step')"
                + ".shadowRoot.querySelector('sweep-trace').played";
        await().until(() -> ((Number) page.evaluate(measure)).intValue() > 250);
        long before = System.nanoTime();
        int from = ((Number) page.evaluate(measure)).intValue();
        page.waitForTimeout(2000);
        int played = ((Number) page.evaluate(measure)).intValue() - from;
        double seconds = (System.nanoTime() - before) / 1e9;

        browser.picture(page, "recording-light");
        Assertions.assertThat(played / seconds).isBetween(225.0, 275.0);
        assertThat(page.getByText("25 mm/s 10 mm/mV")).isVisible();
        assertThat(page.getByText("屏幕未校准")).isVisible();
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aLostUnitAndALeadThatIsOffAreSaidInPlainWords() {
        Page page = browser.open(ColorScheme.DARK);
        PageInBrowser.step(page, 2);
        browser.beat(Scenario.NORMAL, Set.of(Lead.V3));
        desk.contact(Shown.without(Lead.V3, Site.V3));
        assertThat(page.getByText("V3 脱落，请重新贴好")).isVisible();
        browser.picture(page, "lead-off-dark");

        desk.show(desk.withUnit(false, List.of()), List.of(ShownExams.quiet(1, TriageLevel.GREY, "王建国")));
        assertThat(page.getByText("心电机未连接：请检查 USB 线和电源").first()).isVisible();
        assertThat(page.locator("button.start")).isDisabled();
        PageInBrowser.step(page, 4);
        assertThat(page.locator("result-card h2")).hasText("质量差，重新采集");
        browser.picture(page, "unit-lost-dark");
    }

    @Test
    void aDeadlyRhythmWhileRecordingIsABannerOfItsOwn() {
        DeskState state = Shown.recording(FakeDesk.quiet(), 2500);
        DeskState alarm = new DeskState(
                state.site(),
                state.version(),
                state.now(),
                state.unit(),
                state.recording(),
                state.hub(),
                state.backlog(),
                FakeDesk.disk(DiskState.Room.NEARLY_FULL),
                Optional.of(new DeskState.Alarm(FakeDesk.EXAM, FakeDesk.NOW, List.of(ShownExams.STEMI))),
                Optional.empty(),
                Optional.empty(),
                Optional.of("full"));
        Page page = browser.open(ColorScheme.DARK);

        desk.show(alarm, List.of(ShownExams.redOffline()));

        assertThat(page.getByText("采集中发现致命心律")).isVisible();
        assertThat(page.getByText("请勿关机")).isVisible();
        browser.picture(page, "alarm-dark");
    }
}
