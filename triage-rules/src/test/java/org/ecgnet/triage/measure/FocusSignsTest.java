package org.ecgnet.triage.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes just below and just at each limit of what is ventricular. */
class FocusSignsTest {

    @ParameterizedTest(name = "{0} ms wide, unlike the usual shape, early, no P: {1}")
    @CsvSource({"119.9, false", "120, true"})
    void ofAnotherFocusIsOnlyAWideShape(double width, boolean ventricular) {
        assertThat(new FocusSigns(width, 40, 0.2, 0.6, -1).ventricular()).isEqualTo(ventricular);
    }

    @ParameterizedTest(name = "correlation {0}, late, no P: {1}")
    @CsvSource({"0.799, true", "0.8, false"})
    void anUnlikeShapeIsVentricularThoughItComesLate(double alike, boolean ventricular) {
        assertThat(new FocusSigns(140, 40, alike, 1.3, -1).ventricular()).isEqualTo(ventricular);
    }

    @ParameterizedTest(name = "like the usual shape, coupled at {0}: {1}")
    @CsvSource({"0.849, true", "0.85, false"})
    void aLikeShapeIsVentricularWhenItIsEarly(double coupling, boolean ventricular) {
        assertThat(new FocusSigns(140, 40, 0.85, coupling, -1).ventricular()).isEqualTo(ventricular);
    }

    @ParameterizedTest(name = "like the usual shape, early, wider by {0} ms: {1}")
    @CsvSource({"14.9, false", "15, true"})
    void aLikeShapeIsVentricularWhenItIsWider(double wider, boolean ventricular) {
        assertThat(new FocusSigns(140, wider, 0.85, 0.6, -1).ventricular()).isEqualTo(ventricular);
    }

    @ParameterizedTest(name = "unlike the usual shape behind its P, coupled at {0}: {1}")
    @CsvSource({"0.929, true", "0.931, false", "1.069, false", "1.071, true"})
    void behindTheUsualPOnTimeItIsTheSinusNodes(double coupling, boolean ventricular) {
        assertThat(new FocusSigns(140, 40, 0.2, coupling, 0.9).ventricular()).isEqualTo(ventricular);
    }

    @ParameterizedTest(name = "on time, correlation of P {0}: {1}")
    @CsvSource({"0.699, true", "0.7, false"})
    void onTimeItIsTheSinusNodesBehindTheUsualPOnly(double sameP, boolean ventricular) {
        assertThat(new FocusSigns(140, 40, 0.2, 1, sameP).ventricular()).isEqualTo(ventricular);
    }
}
