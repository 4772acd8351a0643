package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.hub.paging.channel.webhook.StandardWebhooks;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an administrator sees of the messages that were sent, and of a signature that does not agree. */
class DeliveriesPageIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    @Test
    void aMessageThatWasGivenUpIsFoundReadAndSentAgainUnderItsId() {
        UUID id = CONSOLE.centre().deadDelivery(CONSOLE.infarction(), "<b>no such path</b>");
        Page page = administrator("en", ColorScheme.LIGHT, 1366, 768, "deliveries");
        Locator row = page.locator("ecg-deliveries tr[data-delivery='" + id + "']");

        assertThat(row.locator(".DEAD")).hasText("Given up");
        row.locator("button").click();
        assertThat(page.locator("ecg-delivery")).containsText("<b>no such path</b>");
        assertThat(page.locator("ecg-delivery")).containsText("TryAgain 404");
        assertThat(page.locator("ecg-delivery")).containsText(id.toString());

        row.locator("input").check();
        page.locator("ecg-deliveries .again button").first().click();
        assertThat(page.locator("ecg-deliveries [role=status]")).containsText("1 messages are sent again");
        assertThat(row.locator(".WAITING")).hasText("Waiting");
        assertThat(page.locator("ecg-delivery")).containsText("sent again by hand");
        page.context().close();
    }

    @Test
    void aSignatureIsHeldAgainstTheLiveSecretsAndTheWrongPartIsNamed() {
        Page page = administrator("en", ColorScheme.LIGHT, 1366, 768, "signature");
        String body = "{\"dispatch\": \"x\"}";
        Map<String, String> headers = StandardWebhooks.headers(
                "msg-1", Instant.now(), body.getBytes(StandardCharsets.UTF_8), SeededCentre.ECG_LINKS.secrets());
        page.locator("ecg-signature input[name=id]").fill("msg-1");
        page.locator("ecg-signature input[name=timestamp]").fill(headers.get(StandardWebhooks.TIMESTAMP));
        page.locator("ecg-signature input[name=signature]").fill(headers.get(StandardWebhooks.SIGNATURE));
        page.locator("ecg-signature textarea").fill(body);
        page.locator("ecg-signature button").click();
        assertThat(page.locator("ecg-signature .good")).containsText("live secret 1");

        page.locator("ecg-signature textarea").fill(body + "\n");
        page.locator("ecg-signature button").click();
        assertThat(page.locator("ecg-signature li[data-fault=BODY_END]")).isVisible();
        assertThat(page.content()).doesNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        page.context().close();
    }

    @Test
    void nothingOnThesePagesBreaksTheWebsAccessibilityRulesOrScrollsSideways() {
        ExamId exam = CONSOLE.centre()
                .add(
                        OpenConsole.heart(Scenario.VF),
                        OpenConsole.patient("沈十九", "110101196001011907"),
                        Symptoms.NONE,
                        OpenConsole.DAGOU);
        UUID id = CONSOLE.centre().deadDelivery(exam, "status 404");
        for (String language : List.of("zh-CN", "en")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1366, 390)) {
                    String where = language + " " + scheme + " " + width;
                    Page page = administrator(language, scheme, width, width == 390 ? 844 : 768, "deliveries");
                    page.locator("tr[data-delivery='" + id + "'] button").click();
                    page.locator("ecg-delivery pre").first().waitFor();
                    judge(page, "deliveries", where);
                    page.navigate(CONSOLE.centre().url() + "#/signature");
                    page.locator("ecg-signature select option").first().waitFor(attached());
                    page.locator("ecg-signature button").click();
                    page.locator("ecg-signature .problem").waitFor();
                    judge(page, "signature", where);
                    page.context().close();
                }
            }
        }
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }

    private static void judge(Page page, String name, String where) {
        Pictures.take(page, name + " " + where);
        assertThat(Axe.violations(page)).as(name + " " + where).isEmpty();
        Object over = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
        assertThat(((Number) over).intValue())
                .as(name + " " + where + ": px too wide")
                .isLessThanOrEqualTo(0);
    }

    private static Page administrator(String language, ColorScheme scheme, int width, int height, String address) {
        Page page = CONSOLE.browser().stranger(language, scheme, width, height);
        ConsoleBrowser.enter(page, SeededCentre.ADMINISTRATOR);
        page.locator("ecg-topbar nav").waitFor();
        page.navigate(CONSOLE.centre().url() + "#/" + address);
        page.locator("ecg-" + address + " h1").waitFor();
        return page;
    }
}
