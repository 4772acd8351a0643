package org.ecgnet.hub.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactorKeyTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TotpSecret SECRET = new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private final FactorKey key = FactorKey.random(RANDOM);

    @TempDir
    private Path folder;

    @Test
    void whatIsSealedOpensForItsAccountAndKeyOnly() {
        byte[] sealed = key.seal("li", SECRET);

        assertThat(key.open("li", sealed)).contains(SECRET);
        assertThat(key.open("wang", sealed)).isEmpty();
        assertThat(FactorKey.random(RANDOM).open("li", sealed)).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(key.open("li", sealed)).isEmpty();
        assertThat(key.open("li", new byte[3])).isEmpty();
    }

    @Test
    void theSecretIsNotInWhatIsSealedAndNoTwoAreAlike() {
        byte[] sealed = key.seal("li", SECRET);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("12345678901234567890");
        assertThat(sealed).isNotEqualTo(key.seal("li", SECRET));
        assertThat(key.toString()).isEqualTo("FactorKey[***]");
    }

    @Test
    void theKeyIsMadeOnceForItsOwnerOnlyAndFoundAgain() throws IOException {
        Path file = folder.resolve("deep").resolve("key");
        byte[] sealed = FactorKey.kept(file, RANDOM).seal("li", SECRET);

        assertThat(FactorKey.kept(file, RANDOM).open("li", sealed)).contains(SECRET);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "not a key");
        assertThatThrownBy(() -> FactorKey.kept(file, RANDOM)).hasMessageContaining("32 bytes in base 64");
    }

    @Test
    void aRecoveryCodeIsTheSameHoweverItIsTyped() {
        List<String> codes = RecoveryCodes.random(RANDOM);

        assertThat(codes)
                .hasSize(RecoveryCodes.COUNT)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[A-Z2-7]{5}-[A-Z2-7]{5}") && RecoveryCodes.looksLike(code));
        assertThat(key.hash("li", "k7qm2 9xprt")).isEqualTo(key.hash("li", "K7QM2-9XPRT"));
        assertThat(key.hash("li", "K7QM2-9XPRT")).isNotEqualTo(key.hash("wang", "K7QM2-9XPRT"));
        assertThat(RecoveryCodes.looksLike("123 456")).isFalse();
    }
}
