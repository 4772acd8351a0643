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
import java.util.EnumSet;
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
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.edge.capture.LiveTrace;
import org.ecgnet.edge.electrode.Contact;
import org.ecgnet.edge.electrode.LeadLight;
import org.ecgnet.edge.electrode.Site;
import org.ecgnet.edge.page.DeskState.RecordingNow;
import org.ecgnet.edge.patient.CardReading;
import org.ecgnet.edge.patient.PatientCard;
import org.ecgnet.edge.store.Backlog;
import org.ecgnet.edge.store.DiskState;
import org.ecgnet.edge.uplink.HubState;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.sim.heart.HeartStream;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.quality.LeadTrouble;
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

    /** A scanner's keys into the input that has the focus, as fast as they come. */
    private static final String BURST =
            """
            (code) => {
              let at = document.activeElement;
              while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
              for (const key of [...code, 'Enter']) {
                const free = at.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}));
                if (free && key.length === 1 && at.value !== undefined) {
                  at.value += key;
                  at.dispatchEvent(new Event('input'));
                }
              }
            }""";

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

    private static void step(Page page, int step) {
        page.locator("nav button").nth(step - 1).click();
    }

    private static Contact good() {
        List<LeadLight> lights = Lead.STANDARD_12.stream()
                .map(lead -> new LeadLight(lead, LeadLight.Colour.GREEN, Optional.empty()))
                .toList();
        return new Contact(lights, Set.of(Site.values()), true);
    }

    private static Contact without(Lead lead, Site site) {
        List<LeadLight> lights = Lead.STANDARD_12.stream()
                .map(one -> one == lead
                        ? new LeadLight(one, LeadLight.Colour.RED, Optional.of(LeadTrouble.ELECTRODE_OFF))
                        : new LeadLight(one, LeadLight.Colour.GREEN, Optional.empty()))
                .toList();
        Set<Site> on = EnumSet.allOf(Site.class);
        on.remove(site);
        return new Contact(lights, on, false);
    }

    @Test
    void anEmergencyIsRecordedWithTwoClicksAndStopped() {
        Page page = open(ColorScheme.LIGHT);

        page.getByText("急救，身份不明").click();
        page.locator("button.start").click();

        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        await().until(() -> desk.starts.size() == 1);
        Assertions.assertThat(desk.starts.get(0).emergency()).isTrue();
        Assertions.assertThat(desk.starts.get(0).patient()).isEqualTo(Patient.UNKNOWN);
        Assertions.assertThat(desk.asked).contains("preview true");

        desk.show(recording(FakeDesk.quiet(), 2500), List.of());
        page.locator("button.stop").click();
        await().until(() -> desk.asked.contains("stop"));
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void theIdentityNumberFillsSexAndAgeAndAWrongOneIsSaidAndGoesNoFurther() {
        Page page = open(ColorScheme.LIGHT);
        Locator number = page.locator("#identity");

        number.fill("11010519491231002X");
        assertThat(page.locator("patient-step section button[aria-pressed=true]"))
                .hasText("女");
        assertThat(page.locator("patient-step .warn")).hasCount(0);

        number.fill("110105194912310021");
        assertThat(page.locator("patient-step .warn")).hasText("身份证号校验不符，请核对");
        assertThat(page.locator("patient-step footer .main")).isDisabled();
        picture(page, "wrong-identity-light");
        number.fill("");
        assertThat(page.locator("patient-step footer .main")).isEnabled();
    }

    @Test
    void aScanGoesToThePatientWhereverTheFocusIsAndLeavesNothingBehind() {
        Page page = open(ColorScheme.LIGHT);
        Locator name = page.locator("#name");
        name.fill("张大娘");
        name.focus();

        page.evaluate(BURST, "11010519491231002X");

        assertThat(page.locator("#identity")).hasValue("11010519491231002X");
        assertThat(name).hasValue("张大娘");
        assertThat(page.locator("patient-step section button[aria-pressed=true]"))
                .hasText("女");
        assertThat(page.getByText("已扫到身份证号")).isVisible();
    }

    @Test
    void theCardReaderFillsTheFormAndItsFailureIsSaidInPlainWords() {
        desk.settings = new PageSettings(10, true, "");
        Page page = open(ColorScheme.LIGHT);

        page.getByText("读卡").first().click();
        assertThat(page.getByText("没有读到卡，请重新放卡")).isVisible();

        desk.card = new CardReading.Read(
                new PatientCard(Optional.of("张大娘"), Optional.of("11010519491231002X"), Sex.UNKNOWN));
        page.getByText("读卡").first().click();
        assertThat(page.locator("#name")).hasValue("张大娘");
        assertThat(page.locator("patient-step section button[aria-pressed=true]"))
                .hasText("女");
    }

    @Test
    void symptomsOnsetAndVitalSignsGoWithTheRecording() {
        Page page = open(ColorScheme.LIGHT);
        page.locator("#name").fill("张大娘");
        page.getByText("胸痛").click();
        page.getByText("30 分钟前").click();
        page.getByLabel("血氧 %").fill("93");
        page.getByLabel("收缩压").fill("150");
        page.getByLabel("舒张压").fill("95");
        picture(page, "patient-light");
        page.locator("patient-step footer .main").click();
        page.locator("button.start").click();

        await().until(() -> desk.starts.size() == 1);
        StartRequest request = desk.starts.get(0);
        Assertions.assertThat(request.symptoms().chestPain()).isTrue();
        Assertions.assertThat(request.bedside().oxygenPercent()).hasValue(93);
        Assertions.assertThat(request.bedside().systolicMmHg()).hasValue(150);
        Assertions.assertThat(request.bedside().onset()).isPresent();
        Assertions.assertThat(request.patient().name()).contains("张大娘");
    }

    @Test
    void theNextPatientBeginsWithAnEmptyForm() {
        Page page = open(ColorScheme.LIGHT);
        page.locator("#name").fill("张大娘");
        page.locator("patient-step footer .main").click();
        page.locator("button.start").click();
        await().until(() -> desk.starts.size() == 1);
        desk.show(recording(FakeDesk.quiet(), 2500), List.of());
        assertThat(page.locator("recording-step")).isVisible();
        desk.show(FakeDesk.quiet(), List.of(ShownExams.quiet(1, TriageLevel.GREEN, "张大娘")));

        step(page, 2);
        assertThat(page.getByText("上一位病人已采集。现在是谁？")).isVisible();
        picture(page, "same-patient-light");
        page.getByText("换病人").click();
        assertThat(page.locator("#name")).hasValue("");
    }

    @Test
    void sitesLightUpAndAnElectrodeThatIsOffBlinksWithItsRemedy() {
        Page page = open(ColorScheme.LIGHT);
        step(page, 2);
        beat(Scenario.NORMAL, Set.of(Lead.V3));
        page.waitForTimeout(300);
        desk.contact(without(Lead.V3, Site.V3));

        assertThat(page.locator("torso-figure [data-site=V3]")).hasClass("off");
        assertThat(page.locator("torso-figure .on")).hasCount(9);
        assertThat(page.getByText("V3 电极脱落")).isVisible();
        assertThat(page.getByText("擦酒精")).isVisible();
        page.waitForTimeout(1500);
        picture(page, "electrodes-light");

        page.getByText("IEC").click();
        assertThat(page.locator("torso-figure [data-site=RL] text")).hasText("RL");
        page.locator(".choice").getByText("女").click();
        desk.contact(good());
        assertThat(page.locator("torso-figure .on")).hasCount(10);
        picture(page, "electrodes-woman-aha-light");
        Assertions.assertThat(desk.starts).isEmpty();
    }

    @Test
    void threeGoodSecondsStartTheRecordingUnlessThatIsSwitchedOff() {
        Page page = open(ColorScheme.LIGHT);
        step(page, 2);
        page.getByText("自动开始：开").click();
        for (int n = 0; n < 5; n++) {
            desk.contact(good());
        }
        assertThat(page.getByText("信号良好")).isVisible();
        Assertions.assertThat(desk.starts).isEmpty();

        page.getByText("自动开始：关").click();
        for (int n = 0; n < 3; n++) {
            desk.contact(good());
        }
        await().until(() -> desk.starts.size() == 1);
    }

    @Test
    void chestPainIsWatchedForHalfAnHour() {
        Page page = open(ColorScheme.LIGHT);
        step(page, 2);
        page.getByText("胸痛连续监护").click();
        page.locator("button.start").click();

        await().until(() -> desk.starts.size() == 1);
        Assertions.assertThat(desk.starts.get(0).seconds()).hasValue(1800);
    }

    @Test
    void anOldExamIsFoundByNameAndAnUnknownPatientIsIdentified() {
        desk.show(
                FakeDesk.quiet(),
                List.of(ShownExams.quiet(1, TriageLevel.GREEN, "王建国"), ShownExams.quiet(2, TriageLevel.GREEN, "李秀英")));
        Page page = open(ColorScheme.LIGHT);
        step(page, 4);
        page.getByLabel("按姓名或证件号末位查找").fill("李秀");
        assertThat(page.locator("exam-history .list li")).hasCount(1);
        assertThat(page.locator("exam-history .list li")).containsText("李秀英");
        picture(page, "history-light");
    }

    @Test
    void theTraceRunsAtTwentyFiveMillimetresASecondAndIsLookedAt() {
        desk.show(recording(FakeDesk.quiet(), 2500), List.of(ShownExams.quiet(1, TriageLevel.GREEN, "王建国")));
        Page page = open(ColorScheme.LIGHT);
        desk.show(desk.state, desk.exams);
        assertThat(page.locator("recording-step")).isVisible();
        beat(Scenario.ANTERIOR_STEMI, Set.of());

        String measure = "() => document.querySelector('clinic-page').shadowRoot.querySelector('recording-step')"
                + ".shadowRoot.querySelector('sweep-trace').played";
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
        step(page, 4);
        assertThat(page.locator("result-card h2")).isVisible();
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
        step(page, 2);
        beat(Scenario.NORMAL, Set.of(Lead.V3));
        desk.contact(without(Lead.V3, Site.V3));
        assertThat(page.getByText("V3 脱落，请重新贴好")).isVisible();
        picture(page, "lead-off-dark");

        desk.show(desk.withUnit(false, List.of()), List.of(ShownExams.quiet(1, TriageLevel.GREY, "王建国")));
        assertThat(page.getByText("心电机未连接：请检查 USB 线和电源").first()).isVisible();
        assertThat(page.locator("button.start")).isDisabled();
        step(page, 4);
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

        page.locator("header .language").click();

        assertThat(page.locator("patient-step footer .main")).hasText("Next: electrodes");
        picture(page, "english-patient-light");
        page.reload();
        step(page, 4);
        assertThat(page.locator("result-card h2")).hasText("CRITICAL");
        picture(page, "english-light");
    }

    @Test
    void everyTextAndTargetIsLargeEnough() {
        desk.show(
                offline(FakeDesk.quiet()),
                List.of(ShownExams.redAcknowledged(), ShownExams.quiet(1, TriageLevel.YELLOW, "王建国")));
        Page page = open(ColorScheme.LIGHT);
        for (int step : new int[] {1, 2, 4}) {
            step(page, step);
            page.waitForTimeout(200);
            Assertions.assertThat(tooSmall(page)).as("step %s", step).isEmpty();
        }
    }

    private static List<?> tooSmall(Page page) {
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

        return (List<?>) small;
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
            page.evaluate(axe);
            for (int step : new int[] {1, 2, 4}) {
                step(page, step);
                desk.contact(without(Lead.V3, Site.V3));
                page.waitForTimeout(200);
                Assertions.assertThat(violations(page))
                        .as("%s step %s", scheme, step)
                        .isEmpty();
            }
        }
    }

    private static List<?> violations(Page page) {
        return (List<?>)
                page.evaluate(
                        """
                    async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}))
                      .violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')
                        + ' ' + node.failureSummary).join(' | '))""");
    }

    @Test
    void aClosedPageIsNoLongerWatching() {
        Page page = open(ColorScheme.LIGHT);
        await().until(() -> desk.watching() == 1);

        page.context().close();

        await().atMost(Duration.ofSeconds(20)).until(() -> desk.watching() == 0);
    }
}
