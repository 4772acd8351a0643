package org.ecgnet.hub.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.ecgnet.hub.register.RegisterRefusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

    @ParameterizedTest(name = "{0}: {1} fits: {2}")
    @CsvSource({
        "DOOR, 2026-03-01T01:59:00Z, true",
        "DOOR, 2026-03-01T02:02:00Z, true",
        "DOOR, 2026-03-01T02:02:01Z, false",
        "DOOR, gestern, false",
        "REVIEW, FALSE_ALARM, true",
        "REVIEW, PERHAPS, false",
        "OUTCOME, 好转出院, true",
    })
    void aValueMustFitItsColumn(RegisterColumn column, String value, boolean fits) {
        assertThat(EditCheck.problem(column, "", "", value, "", NOW).map(RegisterRefusal::reason))
                .isEqualTo(fits ? Optional.empty() : Optional.of(Reason.UNFIT));
    }

    @Test
    void whatTheHubKnowsIsNotWrittenByHand() {
        assertThat(reason(RegisterColumn.READ_BACK_AT, "", "", "x", "")).contains(Reason.NOT_BY_HAND);
    }

    @Test
    void aChangeNeedsItsReasonAndTheValueThatWasSeen() {
        assertThat(reason(RegisterColumn.OUTCOME, "好转", "", "死亡", "误填")).contains(Reason.STALE);
        assertThat(reason(RegisterColumn.OUTCOME, "好转", "好转", "死亡", " ")).contains(Reason.REASON_MISSING);
        assertThat(reason(RegisterColumn.OUTCOME, "好转", "好转", "死亡", "误填")).isEmpty();
        assertThat(reason(RegisterColumn.OUTCOME, "好转", "好转", "好转", "误填")).contains(Reason.UNCHANGED);
    }

    @Test
    void twoHundredCharactersFitAndOneMoreDoesNot() {
        assertThat(reason(RegisterColumn.REMARK, "", "", "字".repeat(200), "")).isEmpty();
        assertThat(reason(RegisterColumn.REMARK, "", "", "字".repeat(201), "")).contains(Reason.UNFIT);
        assertThat(reason(RegisterColumn.REMARK, "", "", "a\u0007b", "")).contains(Reason.UNFIT);
    }

    private static Optional<Reason> reason(
            RegisterColumn column, String inForce, String seen, String value, String why) {
        return EditCheck.problem(column, inForce, seen, value, why, NOW).map(RegisterRefusal::reason);
    }
}
