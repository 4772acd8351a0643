package org.ecgnet.triage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GainDoubtTest {

    @Test
    void aRecordingWhoseLargestLeadIsJustTooSmallIsDoubted() {
        assertThat(GainDoubt.of(leads(200, 699.9))).isEqualTo(GainDoubt.TOO_SMALL);
        assertThat(GainDoubt.of(leads(200, 700))).isEqualTo(GainDoubt.NONE);
    }

    @Test
    void oneLeadThatIsJustTooLargeIsDoubted() {
        assertThat(GainDoubt.of(leads(1000, 9500))).isEqualTo(GainDoubt.NONE);
        assertThat(GainDoubt.of(leads(1000, 9500.1))).isEqualTo(GainDoubt.TOO_LARGE);
    }

    @Test
    void halfOfTheLeadsBeyondTheHeartsReachAreDoubted() {
        assertThat(GainDoubt.of(leads(3800, 5000))).isEqualTo(GainDoubt.NONE);
        assertThat(GainDoubt.of(leads(3800.1, 5000))).isEqualTo(GainDoubt.TOO_LARGE);
    }

    @Test
    void withoutABeatThereIsNoDoubt() {
        assertThat(GainDoubt.of(Optional.empty(), Optional.empty())).isEqualTo(GainDoubt.NONE);
    }

    /** Twelve leads of one span but for the largest. */
    private static List<Double> leads(double most, double largest) {
        List<Double> spans = new ArrayList<>(Collections.nCopies(11, most));
        spans.add(largest);
        return spans;
    }
}
