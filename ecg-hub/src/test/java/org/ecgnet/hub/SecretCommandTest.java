package org.ecgnet.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecgnet.hub.Ran.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aNewSecretStandsAloneOnStandardOutputAndItsStepsBesideIt() {
        Ran ran = run("secret", "new");

        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines()).hasSize(1);
        WebhookSecret secret = WebhookSecret.parse(ran.out().strip());
        assertThat(ran.err()).contains(secret.fingerprint()).contains("secrets = [NEW, OLD]");
        assertThat(ran.err()).doesNotContain(ran.out().strip());
        assertThat(run("secret", "new").out()).isNotEqualTo(ran.out());
    }

    @Test
    void liveSecretsAreListedByNameAndFingerprintAndNeverShown() throws IOException {
        String first = WebhookSecret.fresh(new SecureRandom());
        String second = WebhookSecret.fresh(new SecureRandom());
        Path config = Files.writeString(
                folder.resolve("hub.conf"),
                "hub.data-dir = \"%s\"\ndispatch { secrets = [\"%s\", \"%s\"], callback-secrets = [\"%s\"] }\n"
                        .formatted(folder, first, second, second));

        Ran ran = run("secret", "live", "--config", config.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        String fingerprint = WebhookSecret.parse(second).fingerprint();
        assertThat(ran.out().lines())
                .containsExactly(
                        "dispatch: " + WebhookSecret.parse(first).fingerprint() + " " + fingerprint,
                        "dispatch call-back: " + fingerprint);
        assertThat(ran.out() + ran.err()).doesNotContain(first).doesNotContain(second);
    }

    @Test
    void aSecretThatIsNoneIsRefusedByItsKeyWithoutBeingShown() throws IOException {
        Path config = Files.writeString(
                folder.resolve("hub.conf"),
                "hub.data-dir = \"%s\"\ndispatch.secrets = [\"guess me\"]\n".formatted(folder));

        Ran ran = run("secret", "live", "--config", config.toString());

        assertThat(ran.code()).isNotZero();
        assertThat(ran.err()).contains("setting 'dispatch.secrets'").doesNotContain("guess me");
    }

    @Test
    void whatIsWantedMustBeSaid() {
        Ran ran = run("secret");

        assertThat(ran.code()).isNotZero();
        assertThat(ran.err()).contains("new or live");
        assertThat(run("secret", "live").err()).contains("--config");
    }
}
