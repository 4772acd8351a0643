package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether a red is heard: a real browser, a real database, the machine's own clock. */
class DutyIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    @BeforeAll
    static void page() {
        CONSOLE.centre().duty().start();
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aNewRedSoundsAtAnOpenConsoleWithinTwoSeconds() {
        Page page = CONSOLE.browser().loggedIn();
        startShift(page);
        page.evaluate("() => document.querySelector('ecg-console').sound.addEventListener('played',"
                + " (event) => { if (event.detail === 'RED') window.soundedAt ??= Date.now(); })");
        var committed = new AtomicReference<>(Instant.MAX);
        HubEvents.Subscription listening = CONSOLE.centre().events().subscribe(event -> {
            if (event instanceof HubEvent.ReadingMade made && made.level() == TriageLevel.RED) {
                committed.set(Instant.now());
            }
        });
        try {
            CONSOLE.centre()
                    .add(
                            OpenConsole.heart(Scenario.VF),
                            OpenConsole.patient("钱一", "110101196601010002"),
                            Symptoms.NONE,
                            OpenConsole.DAGOU);
            page.waitForCondition(() -> !"0".equals(String.valueOf(page.evaluate("() => window.soundedAt ?? 0"))));
        } finally {
            listening.close();
        }
        Instant sounded = Instant.ofEpochMilli(((Number) page.evaluate("() => window.soundedAt")).longValue());

        assertThat(Duration.between(committed.get(), sounded)).isLessThan(Duration.ofSeconds(2));
        page.context().close();
    }

    @Test
    void whileAConsoleAnswersASuspectedRedRingsNobodyAndOnceItIsGoneTheNextRingsWithinFiveSeconds() {
        Page page = CONSOLE.browser().loggedIn();
        startShift(page);
        await().atMost(PATIENCE)
                .until(() -> "HEARD".equals(page.evaluate("() => document.querySelector('ecg-console').duty.state")));
        Instant first = drill(page, false);
        await().during(Duration.ofSeconds(6)).atMost(PATIENCE).until(() -> ringsSince(first)
                .isEmpty());

        page.context().close();
        Instant gone = Instant.now();
        await().atMost(PATIENCE).until(() -> !ringsSince(first).isEmpty());

        assertThat(Duration.between(gone, ringsSince(first).get(0).at())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void withoutAnyAudibleConsoleTheNextChannelStartsWithinFiveSeconds() {
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1366, 768);
        assertThat(page.locator("ecg-console .warning").first()).containsText("Sound is off");
        Instant begun = drill(page, false);

        await().atMost(PATIENCE).until(() -> !ringsSince(begun).isEmpty());

        DutyRooms.Sent ring = ringsSince(begun).get(0);
        assertThat(Duration.between(ring.message().pagedAt(), ring.at())).isLessThan(Duration.ofSeconds(5));
        assertThat(ring.message().drill()).isTrue();
        page.context().close();
    }

    @Test
    void endingTheShiftTakesTheConsoleOffAtOnce() {
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.DARK, 1366, 768);
        startShift(page);

        page.locator("ecg-topbar button", new Page.LocatorOptions().setHasText("End shift"))
                .click();

        assertThat(page.locator("ecg-console .warning").first()).containsText("Sound is off");
        assertThat(page.locator("ecg-topbar button.primary")).hasText("Start shift (test tone)");
        page.context().close();
    }

    private static void startShift(Page page) {
        page.locator("ecg-topbar button.primary").click();
        page.locator("ecg-topbar .on").waitFor();
    }

    /** Starts an exercise from the page. @return when */
    private static Instant drill(Page page, boolean hard) {
        Instant begun = Instant.now();
        page.navigate(CONSOLE.centre().url() + "#/drill");
        page.locator("ecg-drill form").waitFor();
        page.locator("ecg-drill input[name=hard]").setChecked(hard);
        page.locator("ecg-drill button.primary").click();
        page.locator("ecg-drill form a").waitFor();
        return begun;
    }

    private static List<DutyRooms.Sent> ringsSince(Instant begun) {
        return CONSOLE.centre().duty().sent().stream()
                .filter(sent -> sent.message().step().equals("tier-1-ring")
                        && !sent.message().pagedAt().isBefore(begun))
                .toList();
    }
}
