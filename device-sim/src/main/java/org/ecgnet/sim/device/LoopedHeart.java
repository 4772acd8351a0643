package org.ecgnet.sim.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.sim.heart.Moment;

/**
 * The first seconds of a heart, computed once and played round and round by many units: a county's hearts cost no more
 * than its lines. The rhythm stumbles once where the loop closes.
 */
public final class LoopedHeart {

    private final UnitFormat format;
    private final List<Moment> moments;

    /** @param seconds before the loop closes */
    public LoopedHeart(HeartSource heart, int seconds) {
        this.format = heart.format();
        int length = seconds * format.rate().hertz();
        List<Moment> first = new ArrayList<>(length);
        for (int sample = 0; sample < length; sample++) {
            heart.next().ifPresent(first::add);
        }
        this.moments = List.copyOf(first);
    }

    /** From the first sample on, without end. */
    public SampleSource fromTheStart() {
        return new SampleSource() {
            private int at;

            @Override
            public UnitFormat format() {
                return format;
            }

            @Override
            public Optional<Moment> next() {
                Moment moment = moments.get(at);
                at = (at + 1) % moments.size();
                return Optional.of(moment);
            }
        };
    }
}
