package org.ecgnet.triage.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.triage.Cases;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Verdict;
import org.ecgnet.triage.measure.Beat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolymorphicTachycardiaRuleTest {

    @ParameterizedTest(name = "rate {0}, {1} of 20 wide, {2} of 20 of one shape: {3}")
    @CsvSource({
        "99.9, 12, 9, false",
        "100, 12, 9, true",
        "100, 11, 9, false",
        "100, 12, 10, false",
    })
    void fastMostlyWideAndWithoutACommonShape(double rate, int wide, int oneShape, boolean present) {
        List<Beat> beats = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            Beat.Kind kind = k < oneShape ? Beat.Kind.NORMAL : Beat.Kind.OTHER;
            beats.add(new Beat(200 + 240 * k, kind, k >= 20 - wide));
        }
        Cases ecg = Cases.normal().rate(rate).beats(beats);

        Verdict verdict = new PolymorphicTachycardiaRule().judge(ecg.ecg(), RuleProfile.DEFAULT);

        assertThat(verdict instanceof Verdict.Present).isEqualTo(present);
    }
}
