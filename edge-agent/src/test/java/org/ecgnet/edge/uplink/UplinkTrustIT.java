package org.ecgnet.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that do not fit. */
class UplinkTrustIT {

    @TempDir
    private Path folder;

    private UplinkRig rig;

    @BeforeEach
    void prepare() throws Exception {
        rig = new UplinkRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aCertificateOfAnotherAuthorityIsTurnedAwayAndTheReasonShown() throws Exception {
        rig.broker().start();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path foreign = new TestCertificates(elsewhere).client(UplinkRig.SITE.value());

        Uplink uplink = rig.uplink(rig.settings(foreign, TestCertificates.PASSWORD));

        await().atMost(UplinkRig.LONG)
                .until(() -> !uplink.state().problem().orElse("").equals("not connected yet"));
        assertThat(uplink.state().connected()).isFalse();
        assertThat(uplink.state().problem().orElse("")).contains("cannot reach the hub");
    }

    @Test
    void aWrongPasswordStopsTheStartAndNamesTheFile() throws Exception {
        HubSettings right = rig.settings(UplinkRig.SITE.value());

        assertThatThrownBy(() -> rig.uplink(rig.settings(right.keyStore(), "wrong")))
                .isInstanceOf(UplinkException.class)
                .hasMessageContaining("dagou.p12")
                .hasMessageContaining("password");
    }
}
