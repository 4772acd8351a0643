package org.ecgnet.hub.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.report.ReportPolicy.SecondReader;
import org.ecgnet.hub.report.ReportRefusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondReadingTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z"); // 12:00 in Shanghai
    private static final Instant NIGHT = Instant.parse("2026-03-01T15:00:00Z"); // 23:00 in Shanghai
    private static final ReportPolicy POLICY = new ReportPolicy(
            SecondReader.RED,
            LocalTime.of(18, 0),
            LocalTime.of(8, 0),
            ZoneId.of("Asia/Shanghai"),
            Duration.ofMinutes(1),
            false);

    @Test
    void anotherPersonWhoLookedAfterTheFirstSignatureMaySign() {
        assertThat(problem(NOON, "liu", Optional.of(NOON.plusSeconds(5)), 10)).isEmpty();
    }

    @Test
    void byDayTheAuthorCannotBeHisOwnSecondReader() {
        assertThat(problem(NOON, "wang", Optional.of(NOON.plusSeconds(90)), 100))
                .contains(Reason.SECOND_IS_FIRST);
    }

    @Test
    void atNightTheSamePersonSignsTwiceAfterThePauseAndAFreshLook() {
        assertThat(problem(NIGHT, "wang", Optional.of(NIGHT.plusSeconds(60)), 70))
                .isEmpty();
        assertThat(problem(NIGHT, "wang", Optional.of(NIGHT.plusSeconds(59)), 70))
                .contains(Reason.SECOND_NOT_LOOKED);
        assertThat(problem(NIGHT, "wang", Optional.of(NIGHT.plusSeconds(30)), 59))
                .contains(Reason.SECOND_TOO_SOON);
        assertThat(problem(NIGHT, "wang", Optional.empty(), 300)).contains(Reason.SECOND_NOT_LOOKED);
    }

    @Test
    void aLookBeforeTheFirstSignatureIsNoFreshOne() {
        assertThat(problem(NOON, "liu", Optional.of(NOON.minusSeconds(1)), 10)).contains(Reason.SECOND_NOT_LOOKED);
    }

    @Test
    void aSecondReaderOfAnotherMindCannotSign() {
        Report report = report(NOON);

        assertThat(SecondReading.problem(
                                POLICY,
                                report,
                                "liu",
                                TriageLevel.YELLOW,
                                Optional.of(NOON.plusSeconds(5)),
                                NOON.plusSeconds(9))
                        .map(ReportRefusal::reason))
                .contains(Reason.SECOND_DISAGREES);
    }

    @Test
    void nobodySignsAThirdTime() {
        Report report = report(NOON).signed(signature("liu", NOON.plusSeconds(9)));

        assertThat(SecondReading.problem(
                                POLICY,
                                report,
                                "chen",
                                TriageLevel.RED,
                                Optional.of(NOON.plusSeconds(20)),
                                NOON.plusSeconds(30))
                        .map(ReportRefusal::reason))
                .contains(Reason.SIGNED_BEFORE);
    }

    @ParameterizedTest(name = "{0} Shanghai time is night: {1}")
    @CsvSource({"17:59, false", "18:00, true", "23:59, true", "00:00, true", "07:59, true", "08:00, false"})
    void theNightGoesOverMidnight(LocalTime time, boolean night) {
        Instant at = time.atDate(java.time.LocalDate.of(2026, 3, 1))
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();

        assertThat(POLICY.night(at)).isEqualTo(night);
    }

    private static Optional<Reason> problem(Instant first, String account, Optional<Instant> looked, int after) {
        return SecondReading.problem(POLICY, report(first), account, TriageLevel.RED, looked, first.plusSeconds(after))
                .map(ReportRefusal::reason);
    }

    private static Report report(Instant at) {
        return new Report(
                        ExamId.of(NOON, 1, 1),
                        1,
                        List.of(Overreads.RED),
                        TriageLevel.RED,
                        Overreads.of(TriageLevel.RED, Overreads.accepted(Overreads.RED)),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        List.of())
                .signed(signature("wang", at));
    }

    private static Signature signature(String account, Instant at) {
        return new Signature(new Signer(account, account, "", "desk 1"), at, "00", new Seal("SHA-256", ""), false);
    }
}
