package org.ecgnet.edge.reading;

import java.util.Optional;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.edge.capture.Tail;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.triage.measure.LeadSignals;
import org.ecgnet.triage.quality.LeadQuality;
import org.ecgnet.triage.quality.SignalQuality;

/**
 * Chooses the ten seconds of a long recording that are read and printed: those with the most usable and the fewest poor
 * leads; of equal ones the last, which is the patient as he is now.
 *
 * <p>{@link #next} belongs to the thread that records, {@link #weigh} and {@link #best} to the one that reads.
 */
public final class BestTen {

    private static final int WEIGHED_EVERY = 5;
    private static final int GOOD = 3;
    private static final int POOR = 1;

    private final Tail tail;
    private int chunks;
    private int most = -1;
    private Optional<Stretch> best = Optional.empty();

    /**
     * Ten seconds of a recording.
     *
     * @param firstSample where it begins in the whole
     */
    public record Stretch(int firstSample, Recording recording) {}

    public BestTen(ExamStarted started) {
        this.tail = new Tail(started);
    }

    /** The best ten seconds of a recording that is there as a whole; empty when it is no longer than that. */
    public static Optional<Stretch> of(ExamStarted started, Recording whole) {
        BestTen best = new BestTen(started);
        int second = whole.waveform().rate().hertz();
        for (int from = 0; from + second <= whole.waveform().length(); from += second) {
            Recording chunk = whole.between(from, from + second);
            best.next(chunk.waveform().counts(), chunk.marks()).ifPresent(best::weigh);
        }
        return best.best();
    }

    /** Takes the next chunk. @return ten seconds that are to be weighed, now and then */
    public Optional<Stretch> next(int[][] counts, UnitMarks marks) {
        tail.add(counts, marks);
        chunks++;
        return tail.full() && chunks % WEIGHED_EVERY == 0
                ? Optional.of(new Stretch(tail.firstSample(), tail.recording()))
                : Optional.empty();
    }

    /** Keeps the stretch when none was better. */
    public void weigh(Stretch stretch) {
        int half = stretch.recording().waveform().length() / 2;
        int weight = weight(stretch.recording().between(0, half))
                + weight(stretch.recording()
                        .between(half, 2 * half)); // the usual noise of ten seconds hides a loud half
        if (weight >= most) {
            most = weight;
            best = Optional.of(stretch);
        }
    }

    /** The best so far; empty before the first. */
    public Optional<Stretch> best() {
        return best;
    }

    private static int weight(Recording recording) {
        LeadSignals raw = LeadSignals.of(recording.waveform())
                .withoutPulses(recording.marks().paceSamples());
        int weight = 0;
        for (LeadQuality lead :
                SignalQuality.of(raw, raw.withoutHum(), recording.marks()).leads()) {
            weight += lead.trouble().isEmpty() ? GOOD : lead.usable() ? POOR : 0;
        }
        return weight;
    }
}
