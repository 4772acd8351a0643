package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The register of critical values in a real browser: masked list, opened line, writing by hand, files. */
class RegisterIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    @Test
    void theListMasksWhomTheLineNames() {
        Page page = register("zh-CN", ColorScheme.LIGHT, 1366, 768);

        assertThat(page.locator("ecg-register tbody tr")).hasCount(1);
        assertThat(page.locator("ecg-register tbody td.PATIENT_NAME")).hasText("张***");
        page.locator("ecg-register tbody a").click();

        assertThat(page.locator("ecg-register-line dd[data-column=PATIENT_NAME]"))
                .hasText("张<b>三</b>");
        assertThat(page.locator("ecg-register-line dd[data-column=PATIENT_NAME] b"))
                .hasCount(0);
        assertThat(page.locator("ecg-register-line dd[data-column=IDENTITY]")).hasText("110101196001014321");
        assertThat(page.locator("ecg-register-line dd[data-column=VALUES]")).containsText("uV");
        assertThat(page.locator("ecg-timeline")).containsText("R11");
        page.context().close();
    }

    @Test
    void whatIsWrittenByHandKeepsWhatWasThereAndWhoIsLateIsTold() {
        Page first = line();
        Page second = line();

        write(first, "OUTCOME", "好转出院", "");
        assertThat(first.locator("dd[data-column=OUTCOME]")).containsText("好转出院");
        write(second, "OUTCOME", "死亡", "");
        assertThat(second.locator("dd[data-column=OUTCOME] .problem")).containsText("他人已先修改");

        write(first, "OUTCOME", "转上级医院", "误填");
        assertThat(first.locator("ecg-register-line ol.edits")).containsText("好转出院");
        assertThat(first.locator("ecg-register-line ol.edits")).containsText("转上级医院");
        assertThat(first.locator("ecg-register-line ol.edits")).containsText("(误填)");
        first.locator("dd[data-column=REVIEW] button").click();
        first.locator("dd[data-column=REVIEW] select").selectOption("FALSE_ALARM");
        first.locator("dd[data-column=REVIEW] button.primary").click();
        assertThat(first.locator("dd[data-column=REVIEW]")).containsText("误报");
        first.context().close();
        second.context().close();
        CONSOLE.browser().complaints.removeIf(complaint -> complaint.contains("409"));
    }

    @Test
    void aFileIsMaskedUnlessNamesAreAskedFor() throws IOException {
        Page page = register("en", ColorScheme.DARK, 1366, 768);

        String masked = text(page.waitForDownload(
                () -> page.locator("ecg-register .files a").first().click()));
        page.locator("ecg-register input[type=checkbox]").check();
        String named = text(page.waitForDownload(
                () -> page.locator("ecg-register .files a").first().click()));

        assertThat(masked).startsWith("\uFEFF序号 No.,").contains("张***").doesNotContain("110101196001014321");
        assertThat(named).contains("张<b>三</b>", "110101196001014321");
        Download pdf = page.waitForDownload(
                () -> page.locator("ecg-register .files a").last().click());
        assertThat(Files.size(pdf.path())).isBetween(10_000L, 1_000_000L);
        page.context().close();
    }

    @Test
    void codedValuesStandInTheViewersLanguageOnThePageAndInFiles() throws IOException {
        Page page = register("en", ColorScheme.LIGHT, 1366, 768);

        assertThat(page.locator("ecg-register td.SEX")).hasText("M");
        assertThat(page.locator("ecg-register td.CONTENT")).containsText("infarction");
        String english = text(page.waitForDownload(
                () -> page.locator("ecg-register .files a").first().click()));
        page.locator("ecg-topbar button[lang=zh-CN]").click();
        assertThat(page.locator("ecg-register td.SEX")).hasText("男");
        assertThat(page.locator("ecg-register td.CONTENT")).containsText("心肌梗死");
        String chinese = text(page.waitForDownload(
                () -> page.locator("ecg-register .files a").first().click()));

        assertThat(english).contains(",M,").contains("chest pain").doesNotContain("胸痛");
        assertThat(chinese).contains(",男,").contains("胸痛").doesNotContain("chest pain");
        page.context().close();
    }

    @Test
    void aSerialNumberFindsItsLineAndOneThatIsNotThereFindsNone() {
        Page page = register("en", ColorScheme.LIGHT, 1366, 768);

        page.locator("ecg-register input[inputmode]").fill("999999");
        page.locator("ecg-register form button").click();
        assertThat(page.locator("ecg-register [role=status]")).hasText("0 lines");
        page.locator("ecg-register input[inputmode]").fill("1");
        page.locator("ecg-register form button").click();
        assertThat(page.locator("ecg-register tbody tr")).hasCount(1);
        page.context().close();
    }

    @Test
    void neitherRegisterNorOverreadBreaksTheWebsAccessibilityRules() throws IOException {
        String axe = axe();
        for (String language : List.of("zh-CN", "en")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1366, 390)) {
                    Page page = register(language, scheme, width, width == 390 ? 844 : 768);
                    String where = language + " " + scheme + " " + width;
                    assertThat(violations(page, axe)).as("register %s", where).isEmpty();
                    assertThat(tooWide(page)).as("register %s", where).isFalse();
                    page.locator("ecg-register tbody a").click();
                    page.locator("ecg-register-line dd").first().waitFor();
                    assertThat(violations(page, axe)).as("line %s", where).isEmpty();
                    assertThat(tooWide(page)).as("line %s", where).isFalse();
                    CONSOLE.browser().open(page, CONSOLE.normal());
                    page.locator("ecg-claims li").first().waitFor();
                    page.locator("ecg-phrases summary").click();
                    assertThat(violations(page, axe)).as("overread %s", where).isEmpty();
                    assertThat(tooWide(page)).as("overread %s", where).isFalse();
                    page.context().close();
                }
            }
        }
    }

    private static Page register(String language, ColorScheme scheme, int width, int height) {
        Page page = CONSOLE.browser().loggedIn(language, scheme, width, height);
        page.navigate(CONSOLE.centre().url() + "#/register");
        page.locator("ecg-register tbody tr").first().waitFor();
        return page;
    }

    private static Page line() {
        Page page = register("zh-CN", ColorScheme.LIGHT, 1366, 768);
        page.locator("ecg-register tbody a").click();
        page.locator("ecg-register-line dd").first().waitFor();
        return page;
    }

    private static void write(Page page, String column, String value, String reason) {
        Locator field = page.locator("dd[data-column=" + column + "]");
        field.locator("button").first().click();
        field.locator("input[name=value]").fill(value);
        if (!reason.isEmpty()) {
            field.locator("input[name=reason]").fill(reason);
        }
        field.locator("button.primary").click();
    }

    private static String text(Download download) throws IOException {
        return Files.readString(download.path(), StandardCharsets.UTF_8);
    }

    private static boolean tooWide(Page page) {
        return (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    private static List<String> violations(Page page, String axe) {
        page.evaluate(axe);
        Object found = page.evaluate("async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',"
                + " 'wcag21aa', 'wcag22aa'] })).violations.flatMap((rule) => rule.nodes.map((node) =>"
                + " `${rule.id}: ${node.target} ${node.failureSummary}`))");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String axe() throws IOException {
        try (InputStream in =
                RegisterIT.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
