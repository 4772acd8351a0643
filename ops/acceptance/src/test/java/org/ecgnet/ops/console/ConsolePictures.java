package org.ecgnet.ops.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.wfdb.WfdbHeader;
import org.ecgnet.format.wfdb.WfdbSignals;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes pictures of every page, for people to look at: {@code -Decg.pictures=FOLDER}. Real recordings where the
 * development data is there; names are invented.
 */
class ConsolePictures {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final Map<String, ExamId> exams = new LinkedHashMap<>();

    @Test
    void everyPageIsPictured() throws IOException {
        String pictures = System.getProperty("ecg.pictures", "");
        assumeFalse(pictures.isBlank(), "takes pictures only when told where to: -Decg.pictures=FOLDER");
        ConsoleBrowser.assumeChromium();
        Path data = Path.of(System.getProperty("ecg.data", ""));
        assumeTrue(Files.isDirectory(data.resolve("ptbxl")), "no recordings in the folder of -Decg.data");
        Path out = Files.createDirectories(Path.of(pictures));
        try (SeededCentre centre = new SeededCentre(folder);
                ConsoleBrowser browser = new ConsoleBrowser(centre)) {
            seed(centre, data);
            for (String language : new String[] {"zh-CN", "en"}) {
                for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                    desktop(browser, out, language, scheme);
                    phone(browser, out, language, scheme);
                }
            }
            assertThat(browser.complaints).isEmpty();
        }
    }

    private void desktop(ConsoleBrowser browser, Path out, String language, ColorScheme scheme) {
        String suffix = "-" + language + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-1366";
        Page page = browser.stranger(language, scheme, 1366, 768);
        shoot(page, out, "login" + suffix);
        ConsoleBrowser.logIn(page);
        page.locator("ecg-topbar button.primary").click();
        page.locator("ecg-topbar .on").waitFor();
        page.locator("ecg-worklist tbody tr").first().waitFor();
        shoot(page, out, "worklist" + suffix);
        for (Map.Entry<String, ExamId> exam : exams.entrySet()) {
            browser.open(page, exam.getValue());
            if (exam.getKey().equals("live")) {
                page.locator("ecg-live .problem").waitFor(); // played to its end, and stale
            } else {
                Paper.of(page);
            }
            shoot(page, out, exam.getKey() + suffix);
        }
        browser.open(page, exams.get("infarction"));
        page.locator("ecg-findings button").first().click();
        Paper.of(page);
        shoot(page, out, "evidence" + suffix);
        reports(browser, page, out, suffix);
        page.context().close();
    }

    /** The plain exam read and signed, or seen signed, and the register. */
    private void reports(ConsoleBrowser browser, Page page, Path out, String suffix) {
        browser.open(page, exams.get("af"));
        page.locator("ecg-overread h2").waitFor();
        if (page.locator("ecg-claims button").count() > 0) {
            page.locator("ecg-claims button").first().click();
        }
        whole(page, out, "overread" + suffix);
        page.navigate(browser.home() + "#/register");
        page.locator("ecg-register tbody tr").first().waitFor();
        shoot(page, out, "register" + suffix);
        page.locator("ecg-register tbody a").first().click();
        page.locator("ecg-register-line dd").first().waitFor();
        whole(page, out, "register-line" + suffix);
    }

    private static void whole(Page page, Path out, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(out.resolve(name + ".png")));
    }

    private void phone(ConsoleBrowser browser, Path out, String language, ColorScheme scheme) {
        String suffix = "-" + language + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-390";
        Page page = browser.loggedIn(language, scheme, 390, 844);
        page.locator("ecg-worklist tbody tr").first().waitFor();
        shoot(page, out, "worklist" + suffix);
        browser.open(page, exams.get("vt"));
        Paper.of(page);
        shoot(page, out, "vt" + suffix);
        whole(page, out, "vt-whole" + suffix);
        page.navigate(browser.home() + "#/phone/" + exams.get("infarction"));
        page.locator("ecg-phone-answer button").first().waitFor();
        page.waitForFunction("() => document.querySelector('ecg-console').shadowRoot.querySelector('ecg-phone')"
                + ".shadowRoot.querySelector('ecg-phone-strip')?.waveform");
        shoot(page, out, "phone" + suffix);
        page.navigate(browser.home() + "#/register");
        page.locator("ecg-register tbody tr").first().waitFor();
        shoot(page, out, "register" + suffix);
        page.context().close();
    }

    private static void shoot(Page page, Path out, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(out.resolve(name + ".png")));
    }

    private void seed(SeededCentre centre, Path data) throws IOException {
        var dagou = new SiteCode("dagou-01");
        var xihe = new SiteCode("xihe-03");
        Recording vt = record(data.resolve("cinc2020_2021/JS45545.hea"));
        exams.put("vt", centre.add(vt, patient("王建国", Sex.MALE, 37), new Symptoms(false, true, false, true), dagou));
        Recording stemi = eight(record(data.resolve("ptbxl/records500/00000/00267_hr.hea")));
        exams.put(
                "stemi",
                centre.add(stemi, patient("李秀兰", Sex.FEMALE, 66), new Symptoms(true, false, false, false), xihe));
        Recording infarction = heart(Scenario.ANTERIOR_STEMI);
        exams.put(
                "infarction",
                centre.add(infarction, patient("周文海", Sex.MALE, 58), new Symptoms(true, false, true, false), xihe));
        Recording normal = record(data.resolve("ptbxl/records500/00000/00003_hr.hea"));
        exams.put("normal", centre.add(normal, patient("赵敏", Sex.FEMALE, 37), Symptoms.NONE, xihe));
        exams.put(
                "af",
                centre.add(
                        heart(Scenario.AF), patient("刘德福", Sex.MALE, 71), Symptoms.NONE, new SiteCode("nanshan-02")));
        exams.put(
                "off", centre.add(heart(Scenario.LEAD_OFF), Patient.UNKNOWN, Symptoms.NONE, new SiteCode("beigou-11")));
        exams.put("paced", centre.add(heart(Scenario.PACED), patient("孙桂英", Sex.FEMALE, 80), Symptoms.NONE, dagou));
        Recording arriving = heart(Scenario.ANTERIOR_STEMI);
        Exam live = centre.exams()
                .begin(
                        arriving,
                        patient("陈大勇", Sex.MALE, 58),
                        new Symptoms(true, false, true, false),
                        new SiteCode("donghu-07"),
                        Instant.now());
        centre.exams().send(live, arriving, 0, 3_500, Instant.now());
        exams.put("live", live.id());
    }

    private static Recording record(Path header) throws IOException {
        WfdbHeader read = WfdbHeader.parse(Files.readString(header, StandardCharsets.UTF_8));
        byte[] samples = Files.readAllBytes(header.resolveSibling(WfdbSignals.file(read)));
        return Recording.of(START, WfdbSignals.read(read, samples));
    }

    /** As a unit of eight leads would have sent it. */
    private static Recording eight(Recording twelve) {
        Waveform waveform = twelve.waveform();
        int[][] counts = Lead.INDEPENDENT_8.stream()
                .map(lead -> waveform.counts(lead).orElseThrow())
                .toArray(int[][]::new);
        return Recording.of(
                START,
                new Waveform(
                        waveform.rate(),
                        Lead.INDEPENDENT_8,
                        Lead.INDEPENDENT_8.stream()
                                .map(lead ->
                                        waveform.scales().get(waveform.leads().indexOf(lead)))
                                .toList(),
                        counts));
    }

    private static Recording heart(Scenario scenario) {
        return Hearts.recording(scenario, 3, 10, new SampleRate(500)).recording();
    }

    private static Patient patient(String name, Sex sex, int age) {
        return new Patient(Optional.of(name), Optional.of("11010119600101" + (4_000 + age)), sex, OptionalInt.of(age));
    }
}
