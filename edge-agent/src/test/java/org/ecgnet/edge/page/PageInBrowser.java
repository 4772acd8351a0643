package org.ecgnet.edge.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.edge.capture.LiveTrace;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.sim.heart.HeartStream;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A page server of its own for each test, and one browser for all; pictures are left in {@code target/page}. */
public final class PageInBrowser implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "page");

    /** A scanner's keys into the input that has the focus, as fast as they come. */
    static final String BURST =
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

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private FakeDesk desk = new FakeDesk();
    private ClinicPage server = new ClinicPage(desk, 0);
    private ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private Playwright playwright;
    private Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
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

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        complaints.clear();
        server = new ClinicPage(desk, 0);
        heart = Executors.newSingleThreadScheduledExecutor();
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        heart.shutdownNow();
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        server.close();
        desk = new FakeDesk();
    }

    /** The desk of this test; a test's class may take it while it is made. */
    FakeDesk desk() {
        return desk;
    }

    /** What the browser complained of. */
    public List<String> complaints() {
        return complaints;
    }

    Page open(ColorScheme scheme) {
        return open(scheme, 1366, 768);
    }

    Page open(ColorScheme scheme, int width, int height) {
        return open("http://127.0.0.1:" + server.port() + "/", scheme, width, height);
    }

    /** Opens the page of an agent. */
    public Page open(String address, ColorScheme scheme, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(scheme));
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address);
        assertThat(page.locator("clinic-page header")).isVisible();
        return page;
    }

    public void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    public static void step(Page page, int step) {
        page.locator("clinic-page nav button").nth(step - 1).click();
    }

    void beat(Scenario scenario, Set<Lead> off) {
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

    static List<?> tooSmall(Page page) {
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

    static List<?> violations(Page page) {
        page.evaluate(axe());
        return (List<?>)
                page.evaluate(
                        """
                    async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}))
                      .violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')
                        + ' ' + node.failureSummary).join(' | '))""");
    }

    private static String axe() {
        try (var in = PageInBrowser.class
                .getClassLoader()
                .getResourceAsStream("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("axe", e);
        }
    }
}
