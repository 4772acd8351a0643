package org.ecgnet.protocol.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnrolmentCodeTest {

    private static final byte[] COUNTY = "the county's certificate".getBytes(StandardCharsets.UTF_8);

    private static EnrolmentCode code(int seed) {
        byte[] chance = new byte[10];
        new Random(seed).nextBytes(chance);
        return EnrolmentCode.of(chance, COUNTY);
    }

    @Test
    void whatIsTypedIsWhatWasMade() {
        for (int seed = 0; seed < 1000; seed++) {
            EnrolmentCode made = code(seed);

            assertThat(made.typed()).matches("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(EnrolmentCode.parse(made.typed())).isEqualTo(made);
        }
    }

    @Test
    void smallLettersSpacesAndLettersThatLookLikeDigitsAreTaken() {
        EnrolmentCode code = EnrolmentCode.parse("1000-AAAA-BBBB-CCCC-DDDD-EEEE");

        assertThat(EnrolmentCode.parse(code.typed().toLowerCase(Locale.ROOT).replace('-', ' ')))
                .isEqualTo(code);
        assertThat(EnrolmentCode.parse("ioOo aaaa bbbb cccc dddd eeee")).isEqualTo(code);
        assertThat(EnrolmentCode.parse("lOoO-AAAA-BBBB-CCCC-DDDD-EEEE")).isEqualTo(code);
    }

    @Test
    void aCodeThatIsTooShortTooLongOrHasOtherLettersIsRefused() {
        for (String typed :
                new String[] {"", "1000-AAAA", "1000-AAAA-BBBB-CCCC-DDDD-EEEE-F", "1000-AAAA-BBBB-CCCC-DDDD-UUUU"}) {
            assertThatThrownBy(() -> EnrolmentCode.parse(typed))
                    .as(typed)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("six groups of four");
        }
    }

    @Test
    void itNamesItsOwnCountyAlone() {
        EnrolmentCode code = code(1);

        assertThat(code.names(COUNTY)).isTrue();
        assertThat(code.names("another".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void theSecretIsNotInWhatIsLoggedOrWhereItIsKept() {
        EnrolmentCode code = code(2);

        assertThat(code.toString()).doesNotContain(code.secret());
        assertThat(EnrolmentCode.address(code.secret())).hasSize(64).doesNotContain(code.secret());
    }
}
