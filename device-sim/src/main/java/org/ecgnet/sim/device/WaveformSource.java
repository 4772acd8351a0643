package org.ecgnet.sim.device;

import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.sim.heart.Moment;

/** A recorded waveform, once from its first sample to its last. */
public final class WaveformSource implements SampleSource {

    private final UnitFormat format;
    private final int[][] counts;
    private int sample;

    public WaveformSource(Waveform waveform) {
        this.format = new UnitFormat(waveform.rate(), waveform.leads(), waveform.scales());
        this.counts = waveform.counts();
    }

    @Override
    public UnitFormat format() {
        return format;
    }

    @Override
    public Optional<Moment> next() {
        if (sample == counts[0].length) {
            return Optional.empty();
        }
        int[] moment = new int[counts.length];
        for (int lead = 0; lead < moment.length; lead++) {
            moment[lead] = counts[lead][sample];
        }
        sample++;
        return Optional.of(new Moment(moment, Set.of(), false));
    }
}
