package org.ecgnet.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A QT of 400 ms at an RR of 640 ms (93.75/min), by hand. */
class CorrectedQtTest {

    @Test
    void bazettDividesByTheSquareRoot() {
        assertThat(CorrectedQt.bazettMillis(400, 640)).isCloseTo(500, within(0.01));
    }

    @Test
    void fridericiaDividesByTheCubeRoot() {
        assertThat(CorrectedQt.fridericiaMillis(400, 640)).isCloseTo(464.16, within(0.01));
    }

    @Test
    void framinghamAdds154OfWhatRrLacksOfASecond() {
        assertThat(CorrectedQt.framinghamMillis(400, 640)).isCloseTo(455.44, within(0.01));
    }

    @Test
    void hodgesAdds175OfWhatTheRateExceedsSixty() {
        assertThat(CorrectedQt.hodgesMillis(400, 640)).isCloseTo(459.06, within(0.01));
    }

    @Test
    void allAgreeAtSixtyAMinute() {
        assertThat(CorrectedQt.bazettMillis(400, 1000)).isEqualTo(400);
        assertThat(CorrectedQt.fridericiaMillis(400, 1000)).isEqualTo(400);
        assertThat(CorrectedQt.framinghamMillis(400, 1000)).isEqualTo(400);
        assertThat(CorrectedQt.hodgesMillis(400, 1000)).isEqualTo(400);
    }
}
