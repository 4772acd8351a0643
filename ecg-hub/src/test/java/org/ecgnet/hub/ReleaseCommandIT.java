package org.ecgnet.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecgnet.hub.Ran.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.ecgnet.protocol.release.ReleaseKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseCommandIT {

    @TempDir
    private Path folder;

    @Test
    void theKeyIsItsOwnersAloneAndOnlyItsPublicHalfIsPrinted() throws IOException {
        Path key = folder.resolve("release.key");

        Ran ran = run("release", "key", "--out", key.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(ReleaseKeys.publicKey(ran.out().strip())).isNotNull();
        assertThat(ran.out() + ran.err()).doesNotContain(Files.readString(key).strip());
    }

    @Test
    void aKeyIsNeverWrittenOverAnother() throws IOException {
        Path key = folder.resolve("release.key");
        run("release", "key", "--out", key.toString());
        String before = Files.readString(key);

        Ran ran = run("release", "key", "--out", key.toString());

        assertThat(ran.code()).isNotZero();
        assertThat(ran.err()).contains("is there already");
        assertThat(Files.readString(key)).isEqualTo(before);
    }

    @Test
    void anOfferOfWhatIsNoAgentAndAShareThatCannotBeAreRefusedInOneLine() throws IOException {
        Path key = folder.resolve("release.key");
        run("release", "key", "--out", key.toString());
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip");

        Ran ran = run(
                "release", "offer", "--key", key.toString(), "--bundle", text.toString(), "--shelf", folder.toString());

        assertThat(ran.code()).isNotZero();
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).startsWith("ecg-hub: ").contains("no edge agent that can be offered");
        assertThat(run("release", "withdraw", "--shelf", folder.toString()).out())
                .contains("there was no offer");
    }
}
