package org.ecgnet.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.edge.store.PendingExam;
import org.junit.jupiter.api.Test;

class FlightLogTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final ExamId ONE = ExamId.of(NOW, 1, 1);
    private static final PendingExam EXAM = new PendingExam(ONE, -1, 11);

    private final FlightLog flight = new FlightLog(10, Duration.ofSeconds(10));

    private void sendUpTo(int seq, Instant now) {
        for (int next = flight.sentUpTo(EXAM) + 1; next <= seq; next++) {
            flight.sent(EXAM, next, now);
        }
    }

    @Test
    void goesOnAfterWhatWasSentNotAfterWhatIsReceipted() {
        sendUpTo(4, NOW);

        assertThat(flight.sentUpTo(EXAM)).isEqualTo(4);
        assertThat(flight.unreceipted()).isEqualTo(5);
        assertThat(flight.room()).isEqualTo(5);
    }

    @Test
    void receiptsMakeRoomAndCountOnce() {
        sendUpTo(4, NOW);

        flight.receipted(ONE, 2, NOW);
        flight.receipted(ONE, 2, NOW);
        flight.receipted(ONE, 1, NOW);

        assertThat(flight.unreceipted()).isEqualTo(2);
    }

    @Test
    void aReceiptBeyondWhatWasSentDoesNotGoBelowZero() {
        sendUpTo(4, NOW);

        flight.receipted(ONE, 11, NOW);

        assertThat(flight.unreceipted()).isZero();
        assertThat(flight.due()).isEqualTo(Instant.MAX);
    }

    @Test
    void isDueTenSecondsAfterTheLastProgress() {
        sendUpTo(4, NOW);
        assertThat(flight.due()).isEqualTo(NOW.plusSeconds(10));

        flight.receipted(ONE, 1, NOW.plusSeconds(8));

        assertThat(flight.due()).isEqualTo(NOW.plusSeconds(18));
    }

    @Test
    void sendingMoreIsNoProgress() {
        sendUpTo(4, NOW);
        sendUpTo(6, NOW.plusSeconds(9));

        assertThat(flight.due()).isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void startsOverFromTheReceiptWithAFewOnlyUntilTheHubAnswers() {
        sendUpTo(9, NOW);

        flight.startOver(NOW.plusSeconds(10));

        assertThat(flight.sentUpTo(new PendingExam(ONE, 3, 11))).isEqualTo(3);
        assertThat(flight.room()).isEqualTo(4);

        sendUpTo(0, NOW.plusSeconds(10));
        flight.receipted(ONE, 0, NOW.plusSeconds(11));

        assertThat(flight.room()).isEqualTo(10);
    }

    @Test
    void anExamThatIsDroppedFreesItsRoom() {
        sendUpTo(9, NOW);

        flight.dropped(ONE);

        assertThat(flight.room()).isEqualTo(10);
    }
}
