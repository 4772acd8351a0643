package org.ecgnet.triage.prior;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialComparisonTest {

    private static final Instant THEN = Instant.parse("2024-03-05T01:00:00Z");
    private static final ChangeLimits LIMITS = ChangeLimits.STANDARD;

    @Test
    void statementsAreNewKnownOrGone() {
        SerialComparison comparison = compare(of("AF", "LBBB"), of("AF", "RBBB"));

        assertThat(comparison.appeared()).containsExactly("RBBB");
        assertThat(comparison.known()).containsExactly("AF");
        assertThat(comparison.gone()).containsExactly("LBBB");
        assertThat(comparison.since()).isEqualTo(THEN);
    }

    @Test
    void theSameTwiceIsUnchanged() {
        EcgFigures same = figures(Map.of(Lead.II, 40.0, Lead.AVF, 30.0), Map.of(Lead.II, 300.0), 400);

        assertThat(compare(same, same).unchanged()).isTrue();
    }

    @ParameterizedTest(name = "ST from {0} to {1} in II, from {2} to {3} in III: rose {4}, fell {5}")
    @CsvSource({
        "0, 99.9, 0, 99.9, false, false",
        "0, 100, 0, 100, true, false",
        "0, 100, 0, 99.9, false, false",
        "0, -49.9, 0, -49.9, false, false",
        "0, -50, 0, -50, false, true",
        "100, 0, 100, 0, false, false",
        "-20, -69.9, -20, -69.9, false, false",
    })
    void aChangeOfStNeedsTheLimitInTwoNeighbours(
            double two, double twoNow, double three, double threeNow, boolean rose, boolean fell) {
        SerialComparison comparison = compare(
                figures(Map.of(Lead.II, two, Lead.III, three), Map.of(), 400),
                figures(Map.of(Lead.II, twoNow, Lead.III, threeNow), Map.of(), 400));

        assertThat(!comparison.stRose().isEmpty()).isEqualTo(rose);
        assertThat(!comparison.stFell().isEmpty()).isEqualTo(fell);
    }

    @Test
    void leadsThatAreNoNeighboursDoNotCount() {
        SerialComparison comparison = compare(
                figures(Map.of(Lead.II, 0.0, Lead.V2, 0.0), Map.of(), 400),
                figures(Map.of(Lead.II, 200.0, Lead.V2, 200.0), Map.of(), 400));

        assertThat(comparison.stRose()).isEmpty();
        assertThat(comparison.unchanged()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-99.9, false", "-100, true"})
    void aTurnedTCountsFromItsDepth(double now, boolean turned) {
        SerialComparison comparison = compare(
                figures(Map.of(), Map.of(Lead.V2, 200.0, Lead.V3, 250.0), 400),
                figures(Map.of(), Map.of(Lead.V2, now, Lead.V3, now), 400));

        assertThat(!comparison.tInverted().isEmpty()).isEqualTo(turned);
    }

    @ParameterizedTest
    @CsvSource({"459.9, false", "460, true", "340, true"})
    void aFigureThatMovedByItsLimitIsMarked(double now, boolean changed) {
        Delta qtc = compare(figures(Map.of(), Map.of(), 400), figures(Map.of(), Map.of(), now))
                .delta(SerialComparison.QTC, Optional.empty())
                .orElseThrow();

        assertThat(qtc.before()).isEqualTo(400);
        assertThat(qtc.now()).isEqualTo(now);
        assertThat(qtc.changed()).isEqualTo(changed);
    }

    @Test
    void anAxisTurnsTheShortWayRound() {
        Delta axis = compare(axis(170), axis(-170))
                .delta("QRS axis", Optional.empty())
                .orElseThrow();

        assertThat(axis.changed()).isFalse();
        assertThat(compare(axis(0), axis(45)).unchanged()).isFalse();
    }

    @Test
    void whatOnlyOneOfBothHasIsNotCompared() {
        assertThat(compare(of(), figures(Map.of(Lead.II, 500.0, Lead.III, 500.0), Map.of(), 400))
                        .deltas())
                .isEmpty();
    }

    private static SerialComparison compare(EcgFigures then, EcgFigures now) {
        return SerialComparison.of(new PriorEcg(THEN, then), now, LIMITS);
    }

    private static EcgFigures of(String... statements) {
        OptionalDouble none = OptionalDouble.empty();
        return new EcgFigures(Set.of(statements), none, none, none, none, none, Map.of(), Map.of());
    }

    private static EcgFigures figures(Map<Lead, Double> st, Map<Lead, Double> t, double qtc) {
        OptionalDouble none = OptionalDouble.empty();
        return new EcgFigures(Set.of(), none, none, none, OptionalDouble.of(qtc), none, st, t);
    }

    private static EcgFigures axis(double degrees) {
        OptionalDouble none = OptionalDouble.empty();
        return new EcgFigures(Set.of(), none, none, none, none, OptionalDouble.of(degrees), Map.of(), Map.of());
    }
}
