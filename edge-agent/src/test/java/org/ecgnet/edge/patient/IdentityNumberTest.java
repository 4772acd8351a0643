package org.ecgnet.edge.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.ecgnet.ecg.Sex;
import org.ecgnet.edge.patient.IdentityCheck.Problem;
import org.ecgnet.edge.patient.IdentityCheck.Right;
import org.ecgnet.edge.patient.IdentityCheck.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are the standard's example and invented ones. */
class IdentityNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static IdentityCheck check(String number) {
        return IdentityNumber.check(number, TODAY);
    }

    @Test
    void theExampleOfTheStandardGivesSexAndBirthDate() {
        assertThat(check("11010519491231002x"))
                .isEqualTo(new Right("11010519491231002X", Sex.FEMALE, LocalDate.of(1949, 12, 31), 76));
        assertThat(check(" 440524188001010014 ")).isEqualTo(new Wrong(Problem.NOT_ALIVE));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "1101051949123100, LENGTH",
        "110105491231002, LENGTH",
        "'', LENGTH",
        "11010519491231O02X, CHARACTERS",
        "11010519491231002Y, CHARACTERS",
        "X1010519491231002X, CHARACTERS",
        "110105194912310021, CHECK_DIGIT",
        "11010519491213002X, CHECK_DIGIT"
    })
    void aWrongNumberIsToldByItsFault(String number, Problem problem) {
        assertThat(check(number)).isEqualTo(new Wrong(problem));
    }

    @Test
    void aDayThatTheCalendarDoesNotHaveIsRefusedThoughTheCheckDigitIsRight() {
        assertThat(check(withCheck("11010520230229001"))).isEqualTo(new Wrong(Problem.NO_SUCH_DAY));
        assertThat(check(withCheck("11010520240229001"))).isInstanceOf(Right.class);
        assertThat(check(withCheck("11010520261301001"))).isEqualTo(new Wrong(Problem.NO_SUCH_DAY));
        assertThat(check(withCheck("11010520260302001"))).isEqualTo(new Wrong(Problem.NOT_ALIVE));
    }

    @Test
    void theBirthdayCountsOnItsDay() {
        assertThat(check(withCheck("11010520080301001"))).extracting("ageYears").isEqualTo(18);
        assertThat(check(withCheck("11010520080302001"))).extracting("ageYears").isEqualTo(17);
        assertThat(check(withCheck("11010520260301002"))).extracting("ageYears").isEqualTo(0);
    }

    @Test
    void everyWrongDigitAndEveryTwoExchangedNeighboursAreFound() {
        Random random = new Random(11643);
        for (int n = 0; n < 500; n++) {
            String number = withCheck(String.format(
                    "%06d%d%02d%02d%03d",
                    100_000 + random.nextInt(800_000),
                    1920 + random.nextInt(100),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    random.nextInt(1000)));
            assertThat(check(number)).isInstanceOf(Right.class);
            int at = random.nextInt(17);
            char other = (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            String wrong = number.substring(0, at) + other + number.substring(at + 1);
            assertThat(check(wrong)).as("digit %s", at).isInstanceOf(Wrong.class);
            if (at < 16 && number.charAt(at) != number.charAt(at + 1)) {
                String exchanged =
                        number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
                assertThat(check(exchanged)).as("exchanged at %s", at).isInstanceOf(Wrong.class);
            }
        }
    }

    @Test
    void nothingOfTheNumberIsPrinted() {
        assertThat(check("11010519491231002X").toString()).doesNotContain("1949");
    }

    /** The weights of the standard's table, as another way to the same character. */
    private static String withCheck(String seventeen) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int at = 0; at < weights.length; at++) {
            sum += weights[at] * (seventeen.charAt(at) - '0');
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
