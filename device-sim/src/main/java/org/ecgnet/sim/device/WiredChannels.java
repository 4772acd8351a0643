package org.ecgnet.sim.device;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.protocol.device.UnitFormat;
import org.ecgnet.protocol.device.UnitWiring;
import org.ecgnet.sim.heart.Moment;

/** What the channels of a bare amplifier make of a moment. */
final class WiredChannels {

    private final UnitFormat source;
    private final List<Optional<Lead>> channels;

    /** @throws IllegalArgumentException when the source lacks a wired lead */
    WiredChannels(UnitFormat source, UnitWiring wiring) {
        if (wiring.leads().isEmpty() || !source.leads().containsAll(wiring.leads())) {
            throw new IllegalArgumentException(
                    "leads: " + source.leads() + " (expected: " + wiring.leads() + ", which the unit sends)");
        }
        this.source = source;
        this.channels = wiring.channels();
    }

    /** Channels of the amplifier, wired or not. */
    int size() {
        return channels.size();
    }

    boolean wired(int channel) {
        return channels.get(channel).isPresent();
    }

    boolean off(int channel, Moment moment) {
        return channels.get(channel).filter(moment.leadsOff()::contains).isPresent();
    }

    /** A channel's count, rounded and held within the converter's range; the baseline where nothing is connected. */
    int count(int channel, Moment moment, double microvoltsPerCount, int baseline, int lowest, int highest) {
        int at = channels.get(channel).map(source.leads()::indexOf).orElse(-1);
        if (at < 0) {
            return baseline;
        }
        double microvolts = source.scales().get(at).microvolts(moment.counts()[at]);
        return (int) Math.max(lowest, Math.min(highest, Math.round(microvolts / microvoltsPerCount) + baseline));
    }

    /** The counts of all channels around 0. */
    int[] counts(Moment moment, double microvoltsPerCount, int lowest, int highest) {
        int[] counts = new int[size()];
        Arrays.setAll(counts, channel -> count(channel, moment, microvoltsPerCount, 0, lowest, highest));
        return counts;
    }

    /** The wired channels' counts, in their order. */
    int[] wiredOnly(int[] counts) {
        int[] sent = new int[(int) channels.stream().filter(Optional::isPresent).count()];
        int found = 0;
        for (int channel = 0; channel < counts.length; channel++) {
            if (wired(channel)) {
                sent[found++] = counts[channel];
            }
        }
        return sent;
    }
}
