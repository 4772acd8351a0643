package org.ecgnet.edge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingLine;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.junit.jupiter.api.Test;

class SecondReadingTest {

    private static final ExamId EXAM = ExamId.of(Instant.parse("2026-03-01T08:00:00Z"), 1, 1);
    private static final ReadingLine SEEN = new ReadingLine("R03", "室颤", "VF");
    private static final ReadingLine QUIET = new ReadingLine("", "窦性心律", "Sinus rhythm");

    private static ReadingReady reading(TriageLevel level, boolean hard, ReadingLine... lines) {
        return new ReadingReady(EXAM, level, hard, List.of(lines), Optional.empty());
    }

    @Test
    void aRedStaysRedWithWhatWasSeen() {
        ReadingReady again = LocalReader.again(
                reading(TriageLevel.RED, true, SEEN, QUIET), reading(TriageLevel.GREEN, false, QUIET));

        assertThat(again).isEqualTo(reading(TriageLevel.RED, true, SEEN, QUIET));
    }

    @Test
    void anythingElseGivesWay() {
        ReadingReady second = reading(TriageLevel.GREEN, false, QUIET);

        assertThat(LocalReader.again(reading(TriageLevel.YELLOW, false, SEEN), second))
                .isEqualTo(second);
        assertThat(LocalReader.again(reading(TriageLevel.GREEN, false), reading(TriageLevel.RED, true, SEEN))
                        .level())
                .isEqualTo(TriageLevel.RED);
    }
}
