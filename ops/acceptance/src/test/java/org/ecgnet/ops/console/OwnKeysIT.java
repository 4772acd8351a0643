package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single keys can be others, or none, for each person (WCAG 2.1.4). */
class OwnKeysIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    @ParameterizedTest(name = "in {0}, {1}, {2} wide")
    @CsvSource({"zh-CN, LIGHT, 1366, 768, 已被占用", "en, DARK, 390, 844, is taken"})
    void aKeyIsAnotherOneEverywhereAndATakenOneIsRefusedInWords(
            String language, ColorScheme scheme, int width, int height, String taken) {
        Page page = CONSOLE.browser().loggedIn(language, scheme, width, height);
        keys(page);
        bind(page, "b", "q");
        assertThat(page.locator("ecg-key-settings .good")).isVisible();
        bind(page, "o", "q");
        assertThat(page.locator("ecg-key-settings .problem")).containsText("Q " + taken);
        assertThat(page.locator("tr[data-usual=o] input")).hasValue("o");
        Pictures.take(page, "keys " + language + " " + width);
        assertThat(Axe.violations(page)).isEmpty();

        CONSOLE.browser().open(page, CONSOLE.normal());
        Paper.of(page);
        page.keyboard().press("b");
        assertThat(page.locator("ecg-median")).hasCount(0);
        assertThat(page.locator("ecg-tools button[name=median] kbd")).hasText("Q");
        page.keyboard().press("q");
        page.locator("ecg-median table").waitFor();
        page.keyboard().press("?");
        assertThat(page.locator("ecg-keys dialog kbd")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions()
                                .setHasText(java.util.regex.Pattern.compile("^Q$"))))
                .hasCount(1);
        page.context().close();
    }

    @Test
    void aKeyThatIsSwitchedOffDoesNothingAndItsHintIsGone() {
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1366, 768);
        keys(page);
        page.locator("tr[data-usual=n] button").first().click();
        assertThat(page.locator("tr[data-usual=n]")).containsText("off");

        page.navigate(CONSOLE.browser().home() + "#/");
        assertThat(page.locator("ecg-worklist button.primary").first()).hasText("Most urgent");
        page.keyboard().press("n");
        assertThat(page.locator("ecg-worklist h1")).isVisible();
        assertThat(page.url()).endsWith("#/");
        page.context().close();
    }

    @Test
    void keysAreThePersonsOwnNotTheBrowsers() {
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1366, 768);
        keys(page);
        bind(page, "j", "l");
        page.locator("ecg-key-settings .good").waitFor();
        page.locator("ecg-topbar button").last().click();
        page.locator("ecg-login form").waitFor();
        ConsoleBrowser.enter(page, SeededCentre.OTHER);
        page.locator("ecg-key-settings").waitFor();

        assertThat(page.locator("tr[data-usual=j] input")).hasValue("j");
        bind(page, "j", "j ");
        page.locator("ecg-key-settings > button").click();
        page.context().close();
    }

    private static void keys(Page page) {
        page.keyboard().press("?");
        page.locator("ecg-keys dialog a").click();
        page.locator("ecg-key-settings table").waitFor();
    }

    private static void bind(Page page, String usual, String key) {
        page.locator("tr[data-usual=" + usual + "] input").fill(key);
        page.locator("tr[data-usual=" + usual + "] input").press("Tab");
    }
}
