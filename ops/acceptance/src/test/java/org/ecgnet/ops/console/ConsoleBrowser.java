package org.ecgnet.ops.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecgnet.ecg.ExamId;

/** Debian's Chromium at the console. The page's own strict policy stays in force. */
final class ConsoleBrowser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;
    private final SeededCentre centre;

    /** What the browser complained of, of all pages. */
    final List<String> complaints = new ArrayList<>();

    /** Skips the test, naming the remedy, where there is no Chromium. */
    ConsoleBrowser(SeededCentre centre) {
        this.centre = centre;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--autoplay-policy=no-user-gesture-required")));
    }

    static void assumeChromium() {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "SKIPPED, no browser test was run: apt-get install -y chromium fonts-noto-cjk");
    }

    /** A page nobody is logged in at. */
    Page stranger(String language, ColorScheme scheme, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setColorScheme(scheme)
                .setViewportSize(width, height));
        context.addInitScript(
                "localStorage.getItem('ecg.language') || localStorage.setItem('ecg.language', '" + language + "')");
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("401")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(centre.url());
        page.locator("ecg-login form").waitFor();
        return page;
    }

    Page loggedIn(String language, ColorScheme scheme, int width, int height) {
        Page page = stranger(language, scheme, width, height);
        logIn(page);
        return page;
    }

    Page loggedIn() {
        return loggedIn("zh-CN", ColorScheme.LIGHT, 1366, 768);
    }

    static void logIn(Page page) {
        logIn(page, SeededCentre.ACCOUNT);
    }

    static void logIn(Page page, String account) {
        enter(page, account);
        page.locator("ecg-worklist h1").waitFor();
    }

    /** Whoever it is: the page that opens is theirs. */
    static void enter(Page page, String account) {
        page.locator("ecg-login input[name=name]").fill(account);
        page.locator("ecg-login input[name=password]").fill(SeededCentre.PASSWORD);
        page.locator("ecg-login button").click();
    }

    /** The console's own address. */
    String home() {
        return centre.url();
    }

    /** Opens an exam's page and waits for its ECG. */
    void open(Page page, ExamId exam) {
        page.navigate(centre.url() + "#/exam/" + exam);
        page.locator("ecg-findings h2").waitFor();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
