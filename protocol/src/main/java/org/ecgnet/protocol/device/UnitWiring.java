package org.ecgnet.protocol.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ecgnet.ecg.Lead;

/**
 * How a bare amplifier was wired and set by whoever built the unit: its bytes tell neither. What is needed and not
 * set is refused, never guessed: a wrong lead or gain would be a wrong diagnosis.
 *
 * @param channels the lead on each channel, from the first; empty where nothing is connected; each lead once
 * @param gain of the amplifier, as set in its registers
 * @param referenceVolts reference of its converter
 */
public record UnitWiring(List<Optional<Lead>> channels, OptionalDouble gain, OptionalDouble referenceVolts) {

    /** Nothing is known. */
    public static final UnitWiring UNKNOWN = new UnitWiring(List.of(), OptionalDouble.empty(), OptionalDouble.empty());

    private static final String NOTHING = "-";
    private static final double HIGHEST_REFERENCE_VOLTS = 10;

    public UnitWiring {
        channels = List.copyOf(channels);
        List<Lead> wired = channels.stream().flatMap(Optional::stream).toList();
        if (wired.stream().distinct().count() != wired.size()) {
            throw new IllegalArgumentException("leads: " + wired + " (expected: each once)");
        }
    }

    /**
     * Reads the names of settings.
     *
     * @param names a lead's name for each channel, {@code -} for one that is not connected
     * @throws IllegalArgumentException for a name that no lead bears
     */
    public static List<Optional<Lead>> channels(List<String> names) {
        List<Optional<Lead>> channels = new ArrayList<>();
        for (String name : names) {
            Optional<Lead> lead = Lead.named(name);
            if (lead.isEmpty() && !name.equals(NOTHING)) {
                throw new IllegalArgumentException("leads: '" + name + "' (expected: I, II, V1 ..., or - for a channel"
                        + " that is not connected)");
            }
            channels.add(lead);
        }
        return channels;
    }

    /** The wired leads in the order of the channels. */
    public List<Lead> leads() {
        return channels.stream().flatMap(Optional::stream).toList();
    }

    /** The number of each wired channel, from 0, in the order of {@link #leads()}. */
    public int[] wired() {
        int[] all = new int[channels.size()];
        int found = 0;
        for (int channel = 0; channel < all.length; channel++) {
            if (channels.get(channel).isPresent()) {
                all[found++] = channel;
            }
        }
        return Arrays.copyOf(all, found);
    }

    /**
     * The wiring, when at least one channel has a lead and the unit has as many channels.
     *
     * @throws IllegalArgumentException naming the setting otherwise
     */
    public UnitWiring within(String model, int mostChannels) {
        if (leads().isEmpty() || channels.size() > mostChannels) {
            throw new IllegalArgumentException("leads: " + channels.size() + " channels, " + leads().size()
                    + " of them wired (expected for " + model + ": the lead on each of its channels, at most "
                    + mostChannels + ", - for none; the unit does not tell)");
        }
        return this;
    }

    /** @throws IllegalArgumentException when the gain is not set to one that the amplifier has */
    public double gainOf(String model, Set<Integer> possible) {
        double set = gain.orElse(0);
        if (possible.stream().noneMatch(one -> one == set)) {
            throw new IllegalArgumentException("gain: " + (gain.isPresent() ? String.valueOf(set) : "not set")
                    + " (expected for " + model + ": one of "
                    + possible.stream().sorted().toList() + ", as set in its amplifier; the unit does not tell)");
        }
        return set;
    }

    /** @throws IllegalArgumentException when the reference is not set, or to no voltage */
    public double referenceVoltsOf(String model) {
        double volts = referenceVolts.orElse(0);
        if (!(volts > 0) || volts > HIGHEST_REFERENCE_VOLTS) {
            throw new IllegalArgumentException("reference-volts: " + (volts == 0 ? "not set" : String.valueOf(volts))
                    + " (expected for " + model + ": volts of its converter's reference; the unit does not tell)");
        }
        return volts;
    }
}
