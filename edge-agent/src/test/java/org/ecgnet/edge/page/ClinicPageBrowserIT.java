package org.ecgnet.edge.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.edge.capture.LiveTrace;
import org.ecgnet.edge.page.DeskState.RecordingNow;
import org.ecgnet.edge.store.Backlog;
import org.ecgnet.edge.store.DiskState;
import org.ecgnet.edge.uplink.HubState;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.sim.heart.HeartStream;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser; pictures are left in {@code target/page}. */
class ClinicPageBrowserIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "page");
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;

    private static Playwright playwright;
    private static Browser browser;

    private final FakeDesk desk = new FakeDesk();
    private final ClinicPage server = new ClinicPage(desk, 0);
    private final List<String> complaints = new ArrayList<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

    @BeforeAll
    static void openBrowser() throws IOException {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "SKIPPED: no browser, the clinic's page is not tested in one: apt-get install chromium fonts-noto-cjk");
        Files.createDirectories(PICTURES);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void close() {
        heart.shutdownNow();
        server.close();
    }

    private Page open(ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(scheme));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate("http://127.0.0.1:" + server.port() + "/");
        assertThat(page.locator("clinic-page header")).isVisible();
        return page;
    }

    private void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private void beat(Scenario scenario, Set<Lead> off) {
        HeartStream stream = Hearts.stream(scenario, 3, new SampleRate(500));
        LiveTrace trace = new LiveTrace(
                new UnitFormat(new SampleRate(500), Lead.STANDARD_12, Collections.nCopies(12, HeartStream.SCALE)));
        int[] sequence = {0};
        heart.scheduleAtFixedRate(
                () -> {
                    List<int[]> moments = new ArrayList<>();
                    for (int n = 0; n < 25; n++) {
                        moments.add(stream.next().counts());
                    }
                    trace.next(new DeviceEvent.Samples(moments, off, false, false, sequence[0]++, 1 << 30))
                            .ifPresent(desk::live);
                },
                0,
                50,
                TimeUnit.MILLISECONDS);
    }

    private static DeskState with(
            DeskState state, Optional<RecordingNow> recording, HubState hub, Backlog backlog, DiskState disk) {
        return new DeskState(
                state.site(),
                state.version(),
                state.now(),
                state.unit(),
                recording,
                hub,
                backlog,
                disk,
                state.alarm(),
                state.failure(),
                state.storeProblem());
    }

    private static DeskState offline(DeskState state) {
        HubState down = new HubState(
                false, FakeDesk.NOW, Optional.of("cannot reach the hub"), Optional.empty(), Optional.empty());
        return with(
                state,
                Optional.empty(),
                down,
                new Backlog(36, 3, 0, Optional.of(FakeDesk.NOW)),
                FakeDesk.disk(DiskState.Room.OK));
    }

    private static DeskState recording(DeskState state, int samples) {
        return with(
                state,
                Optional.of(new RecordingNow(ExamId.of(FakeDesk.NOW, 1, 1), 10, samples, 500)),
                state.hub(),
                state.backlog(),
                state.disk());
    }

    @Test
    void aRecordingIsStartedWithFourClicksAndStopped() {
        Page page = open(ColorScheme.LIGHT);

        page.getByText("急救，身份不明").click();
        page.getByText("胸痛").click();
        page.locator("button.start").click();

        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        await().until(() -> desk.starts.size() == 1);
        Assertions.assertThat(desk.starts.get(0).emergency()).isTrue();
        Assertions.assertThat(desk.starts.get(0).symptoms().chestPain()).isTrue();

        desk.show(recording(FakeDesk.quiet(), 2500), List.of());
        page.getByText("停止").click();
        await().until(() -> desk.asked.contains("stop"));
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void theIdentityNumberFillsSexAndAgeAndAWrongDigitIsSaid() {
        Page page = open(ColorScheme.LIGHT);
        Locator number = page.locator("patient-form input").nth(1);

        number.fill("11010519491231002X");
        assertThat(page.locator("patient-form button[aria-pressed=true]")).hasText("女");
        assertThat(page.locator("patient-form .warn")).hasCount(0);

        number.fill("110105194912310021");
        assertThat(page.locator("patient-form .warn")).hasText("身份证号校验不符，请核对");
    }

    @Test
    void theTraceRunsAtTwentyFiveMillimetresASecondAndIsLookedAt() {
        desk.show(recording(FakeDesk.quiet(), 2500), List.of(ShownExams.quiet(1, TriageLevel.GREEN, "王建国")));
        Page page = open(ColorScheme.LIGHT);
        beat(Scenario.ANTERIOR_STEMI, Set.of());

        String measure = "() => document.querySelector('clinic-page').shadowRoot.querySelector('sweep-trace').played";
        await().until(() -> ((Number) page.evaluate(measure)).intValue() > 250);
        long before = System.nanoTime();
        int from = ((Number) page.evaluate(measure)).intValue();
        page.waitForTimeout(2000);
        int played = ((Number) page.evaluate(measure)).intValue() - from;
        double seconds = (System.nanoTime() - before) / 1e9;

        picture(page, "recording-light");
        Assertions.assertThat(played / seconds).isBetween(225.0, 275.0);
        assertThat(page.getByText("25 mm/s 10 mm/mV")).isVisible();
        assertThat(page.getByText("屏幕未校准")).isVisible();
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void aRedWithTheLineDownSaysWhatToDoAndThatNobodyHasSeenIt() {
        desk.show(
                offline(FakeDesk.quiet()),
                List.of(
                        ShownExams.redOffline(),
                        ShownExams.quiet(1, TriageLevel.YELLOW, "王建国"),
                        ShownExams.quiet(2, TriageLevel.GREEN, "李秀英"),
                        ShownExams.refused()));
        Page page = open(ColorScheme.LIGHT);
        picture(page, "red-offline-light");

        assertThat(page.locator("result-card h2")).hasText("危急");
        assertThat(page.locator("result-card")).containsText("本机自动，未经医生确认");
        assertThat(page.locator("result-card")).containsText("心肺复苏");
        assertThat(page.locator("result-card .trail .done")).hasCount(0);
        assertThat(page.locator("header")).containsText("3 份待上传，最早 14:02");

        desk.show(FakeDesk.quiet(), List.of(ShownExams.redAcknowledged()));
        assertThat(page.locator("result-card .trail")).containsText("医生已接手");
        assertThat(page.locator("result-card .trail")).containsText("李主任");
        picture(page, "red-acknowledged-light");
        page.getByText("我已看到").click();
        await().until(() -> desk.asked.contains("confirm " + FakeDesk.EXAM + " SEEN"));
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void aLostUnitAndALeadThatIsOffAreSaidInPlainWords() {
        Page page = open(ColorScheme.DARK);
        beat(Scenario.NORMAL, Set.of(Lead.V3));
        assertThat(page.getByText("V3 脱落，请重新贴好")).isVisible();
        picture(page, "lead-off-dark");

        desk.show(desk.withUnit(false, List.of()), List.of(ShownExams.quiet(1, TriageLevel.GREY, "王建国")));
        assertThat(page.getByText("心电机未连接：请检查 USB 线和电源")).isVisible();
        assertThat(page.locator("button.start")).isDisabled();
        assertThat(page.locator("result-card h2")).hasText("质量差，重新采集");
        picture(page, "unit-lost-dark");
    }

    @Test
    void aDeadlyRhythmWhileRecordingIsABannerOfItsOwn() {
        DeskState state = recording(FakeDesk.quiet(), 2500);
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
                Optional.of("full"));
        Page page = open(ColorScheme.DARK);

        desk.show(alarm, List.of(ShownExams.redOffline()));

        assertThat(page.getByText("采集中发现致命心律")).isVisible();
        assertThat(page.getByText("请勿关机")).isVisible();
        picture(page, "alarm-dark");
    }

    @Test
    void englishIsOneClickAwayAndRemembered() {
        desk.show(FakeDesk.quiet(), List.of(ShownExams.redAcknowledged()));
        Page page = open(ColorScheme.LIGHT);

        page.locator("header button").click();

        assertThat(page.locator("button.start")).hasText("Start recording");
        assertThat(page.locator("result-card h2")).hasText("CRITICAL");
        page.reload();
        assertThat(page.locator("result-card h2")).hasText("CRITICAL");
        picture(page, "english-light");
    }

    @Test
    void everyTextAndTargetIsLargeEnough() {
        desk.show(
                offline(FakeDesk.quiet()),
                List.of(ShownExams.redAcknowledged(), ShownExams.quiet(1, TriageLevel.YELLOW, "王建国")));
        Page page = open(ColorScheme.LIGHT);
        assertThat(page.locator("result-card h2")).isVisible();

        Object small = page.evaluate(
                """
                () => {
                  const small = [];
                  const walk = (root) => root.querySelectorAll('*').forEach((one) => {
                    if (one.shadowRoot) walk(one.shadowRoot);
                    const box = one.getBoundingClientRect();
                    if (!box.width || !box.height) return;
                    const text = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
                    if (text && parseFloat(getComputedStyle(one).fontSize) < 18 && one.localName !== 'style') {
                      small.push('text ' + one.localName + ' ' + one.textContent.trim().slice(0, 20));
                    }
                    if (['button', 'input'].includes(one.localName) && box.height < 48) {
                      small.push('target ' + one.localName + ' ' + one.textContent.trim() + ' ' + box.height);
                    }
                  });
                  walk(document);
                  return small;
                }""");

        Assertions.assertThat((List<?>) small).isEmpty();
    }

    @Test
    void axeFindsNothingInEitherTheme() throws IOException {
        desk.show(
                offline(FakeDesk.quiet()),
                List.of(
                        ShownExams.redOffline(),
                        ShownExams.quiet(1, TriageLevel.YELLOW, "王建国"),
                        ShownExams.quiet(2, TriageLevel.GREEN, "李秀英"),
                        ShownExams.quiet(3, TriageLevel.GREY, "赵六")));
        String axe;
        try (var in = ClinicPageBrowserIT.class
                .getClassLoader()
                .getResourceAsStream("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = open(scheme);
            assertThat(page.locator("result-card h2")).isVisible();
            page.evaluate(axe);
            Object violations = page.evaluate(
                    """
                    async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}))
                      .violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')
                        + ' ' + node.failureSummary).join(' | '))""");
            Assertions.assertThat((List<?>) violations).as("%s", scheme).isEmpty();
        }
    }

    @Test
    void aClosedPageIsNoLongerWatching() {
        Page page = open(ColorScheme.LIGHT);
        await().until(() -> desk.watching() == 1);

        page.context().close();

        await().atMost(Duration.ofSeconds(20)).until(() -> desk.watching() == 0);
    }
}
