package org.ecgnet.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.ecgnet.protocol.release.ReleaseKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseCommandIT {

    @TempDir
    private Path folder;

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = EcgHub.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    private record Ran(int code, String out, String err) {}

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
