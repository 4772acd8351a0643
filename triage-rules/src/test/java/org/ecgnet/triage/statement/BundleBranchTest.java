package org.ecgnet.triage.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.measure.Deflection;
import org.ecgnet.triage.measure.QrsForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleBranchTest {

    @ParameterizedTest(name = "R of the left leads ends at {0} ms, S of V1 at {1} ms: {2}")
    @CsvSource({"124, 124, false", "125, 125, true", "114, 140, false", "115, 140, true", "160, 150, true"})
    void leftBlockIsClaimedFromTheWidthOn(double r, double s, boolean claimed) {
        assertThat(BundleBranch.left(left(r, s, 0, 0)) >= Scores.CLAIM).isEqualTo(claimed);
    }

    @ParameterizedTest(name = "r of V1 {0} uV, q of I {1} uV: {2}")
    @CsvSource({"349, 0, true", "351, 0, false", "0, 99, true", "0, 101, false"})
    void leftBlockHasASmallROfV1AndNoQ(double r, double q, boolean claimed) {
        assertThat(BundleBranch.left(left(150, 150, r, q)) >= Scores.CLAIM).isEqualTo(claimed);
    }

    @ParameterizedTest(name = "R' of V1 from {0} to {1} ms, {2} uV, S of V6 {3} ms: {4}")
    @CsvSource({
        "50, 119, 500, 60, false",
        "50, 120, 500, 60, true",
        "70, 130, 500, 60, false",
        "69, 130, 500, 60, true",
        "60, 140, 99, 60, false",
        "60, 140, 100, 60, true",
        "60, 140, 500, 39, false",
        "60, 140, 500, 40, true",
        "116, 190, 500, 60, false",
    })
    void rightBlockIsALongLastROfV1AndABroadS(double from, double to, double microvolts, double s, boolean claimed) {
        assertThat(BundleBranch.right(right(from, to, microvolts, s)) >= Scores.CLAIM)
                .isEqualTo(claimed);
    }

    @Test
    void aShorterLastRIsAnIncompleteBlock() {
        Map<Lead, QrsForm> forms = right(72, 108, 200, 40);

        assertThat(BundleBranch.right(forms)).isLessThan(Scores.CLAIM);
        assertThat(BundleBranch.incompleteRight(forms)).isGreaterThan(Scores.CLAIM);
        assertThat(BundleBranch.incompleteRight(right(60, 140, 500, 60))).isLessThan(0.1);
    }

    @Test
    void withoutV1NoBlockIsSaid() {
        Map<Lead, QrsForm> forms = right(60, 140, 500, 60);
        forms.remove(Lead.V1);

        assertThat(BundleBranch.right(forms)).isZero();
        assertThat(BundleBranch.left(forms)).isZero();
        assertThat(BundleBranch.incompleteRight(forms)).isZero();
    }

    private static Map<Lead, QrsForm> left(double rEnd, double sEnd, double r, double q) {
        Map<Lead, QrsForm> forms = new EnumMap<>(Lead.class);
        Deflection s = new Deflection(-1000, r > 0 ? 20 : 0, sEnd / 2, sEnd);
        forms.put(Lead.V1, new QrsForm(r > 0 ? List.of(new Deflection(r, 0, 10, 20), s) : List.of(s)));
        Deflection tall = new Deflection(900, q > 0 ? 15 : 0, rEnd / 2, rEnd);
        for (Lead lead : List.of(Lead.I, Lead.AVL, Lead.V5, Lead.V6)) {
            forms.put(lead, new QrsForm(q > 0 ? List.of(new Deflection(-q, 0, 8, 15), tall) : List.of(tall)));
        }
        return forms;
    }

    private static Map<Lead, QrsForm> right(double from, double to, double microvolts, double s) {
        Map<Lead, QrsForm> forms = new EnumMap<>(Lead.class);
        forms.put(
                Lead.V1,
                new QrsForm(List.of(
                        new Deflection(200, 0, 12, 25),
                        new Deflection(-400, 25, 40, from),
                        new Deflection(microvolts, from, (from + to) / 2, to))));
        forms.put(Lead.V6, new QrsForm(List.of(new Deflection(900, 0, 30, 60), new Deflection(-300, 60, 80, 60 + s))));
        return forms;
    }
}
