package org.ecgnet.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private static final PasswordHasher QUICK = new PasswordHasher(64, 1, new SecureRandom());

    @Test
    void thePasswordMatchesItsHashAndNoOther() {
        String kept = QUICK.hash("正确的密码 123".toCharArray());

        assertThat(QUICK.matches("正确的密码 123".toCharArray(), kept)).isTrue();
        assertThat(QUICK.matches("正确的密码 124".toCharArray(), kept)).isFalse();
        assertThat(QUICK.matches(new char[0], kept)).isFalse();
    }

    @Test
    void onePasswordHasAsManyHashesAsSalts() {
        assertThat(QUICK.hash("password".toCharArray())).isNotEqualTo(QUICK.hash("password".toCharArray()));
    }

    @Test
    void aHashOfOtherSettingsIsReadByItsOwn() {
        var stronger = new PasswordHasher(128, 2, new SecureRandom());

        assertThat(QUICK.matches("password".toCharArray(), stronger.hash("password".toCharArray())))
                .isTrue();
    }

    /**
     * Expected value made by the reference implementation's command line (Debian package argon2 0~20171227):
     * {@code echo -n password | argon2 somesaltsomesalt -id -t 2 -k 256 -p 1 -l 32 -v 13 -e}.
     */
    @Test
    void agreesWithTheReferenceImplementation() {
        String kept = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$yrdGtGIZk/3JHsUHh5gLQUqQppLwvGjf4Z+cJbPLqew";

        assertThat(QUICK.matches("password".toCharArray(), kept)).isTrue();
        assertThat(QUICK.matches("Password".toCharArray(), kept)).isFalse();
    }

    @Test
    void anUnknownFormIsAnErrorAndNotAWrongPassword() {
        assertThatThrownBy(() -> QUICK.matches("password".toCharArray(), "$2b$12$abc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("argon2id");
    }

    @Test
    void theRecommendedSettingsAreThoseOfTheRfc() {
        assertThat(PasswordHasher.recommended(new SecureRandom()).memoryKibibytes())
                .isEqualTo(65_536);
        assertThat(PasswordHasher.recommended(new SecureRandom()).passes()).isEqualTo(3);
    }
}
