package org.ecgnet.sim.heart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;

/** A heart's samples without end, moment after moment. For one thread. */
public final class HeartStream {

    /** What a count means: 2.5 microvolts, no offset; 16 bits hold 80 mV. */
    public static final LeadScale SCALE = new LeadScale(2.5, 0);

    /** When the left arm's electrode comes off in {@link Scenario#LEAD_OFF}. */
    public static final double ELECTRODE_OFF_MILLIS = 2000;

    private static final double LOOK_AHEAD_MILLIS = 700;
    private static final Set<Lead> WITHOUT_LEFT_ARM = EnumSet.of(Lead.I, Lead.III, Lead.AVR, Lead.AVL, Lead.AVF);
    private static final int MAX_COUNT = Short.MAX_VALUE;

    private final Scenario scenario;
    private final SampleRate rate;
    private final List<Lead> leads;
    private final Rhythm rhythm;
    private final Background background;
    private final Noise noise;
    private final Random loose;
    private final Deque<HeartEvent> active = new ArrayDeque<>();
    private final List<HeartEvent> past = new ArrayList<>();
    private final boolean remember;
    private HeartEvent coming;
    private long sample;

    HeartStream(Scenario scenario, long seed, SampleRate rate, List<Lead> leads, boolean remember) {
        this.scenario = scenario;
        this.rate = rate;
        this.leads = List.copyOf(leads);
        this.remember = remember;
        Random seeds = new Random(mixed(31 * seed + scenario.slug().hashCode()));
        this.rhythm = Rhythms.of(scenario, new Random(seeds.nextLong()));
        this.background = Background.of(scenario, new Random(seeds.nextLong()));
        this.noise = new Noise(NoiseLevel.of(scenario), rate, new Random(seeds.nextLong()));
        this.loose = new Random(seeds.nextLong());
        this.coming = rhythm.next();
    }

    /** Neighbouring seeds of {@link Random} start alike; the finisher of MurmurHash3 parts them. */
    private static long mixed(long seed) {
        long mixed = (seed ^ seed >>> 33) * 0xFF51_AFD7_ED55_8CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CE_B9FE_1A85_EC53L;
        return mixed ^ mixed >>> 33;
    }

    public SampleRate rate() {
        return rate;
    }

    public List<Lead> leads() {
        return leads;
    }

    /** The next sample of every lead. */
    public Moment next() {
        double millis = rate.millisAt((double) sample++);
        double[] eight = new double[LeadVector.LEADS];
        boolean pace = addBeats(millis, eight);
        background.add(millis, eight);
        noise.add(millis, eight);
        Set<Lead> off = Set.of();
        if (scenario == Scenario.LA_RA_SWAP) {
            double one = eight[LeadVector.I];
            eight[LeadVector.I] = -one;
            eight[LeadVector.II] -= one;
        } else if (scenario == Scenario.LEAD_OFF && millis >= ELECTRODE_OFF_MILLIS) {
            off = WITHOUT_LEFT_ARM;
            eight[LeadVector.I] =
                    4200 + 900 * StrictMath.sin(2 * Math.PI * 50.02 * millis / 1000) + 250 * loose.nextGaussian();
        }
        return new Moment(counts(eight), leads.containsAll(off) ? off : within(off), pace);
    }

    private Set<Lead> within(Set<Lead> off) {
        EnumSet<Lead> sent = EnumSet.copyOf(off);
        sent.retainAll(leads);
        return sent;
    }

    /** Returns true when a pacing pulse falls on this sample. */
    private boolean addBeats(double millis, double[] eight) {
        while (coming.atMillis() - LOOK_AHEAD_MILLIS < millis) {
            active.add(coming);
            if (remember) {
                past.add(coming);
            }
            coming = rhythm.next();
        }
        active.removeIf(event -> event.atMillis() + event.shape().reachAfterMillis() < millis);
        boolean pace = false;
        double halfSample = rate.millisAt(1) / 2;
        for (HeartEvent event : active) {
            double from = millis - event.atMillis();
            for (Wave wave : event.shape().waves()) {
                double size = wave.shape(from);
                if (size != 0) {
                    for (int lead = 0; lead < eight.length; lead++) {
                        eight[lead] += size * wave.microvolts()[lead];
                    }
                }
                double late = from - wave.atMillis();
                pace |= wave.kind() == WaveKind.SPIKE && late >= -halfSample && late < halfSample;
            }
        }
        return pace;
    }

    /** The four computed leads follow in whole counts, so that III = II - I exactly, as in a unit. */
    private int[] counts(double[] eight) {
        double[] rounded = new double[eight.length];
        for (int lead = 0; lead < eight.length; lead++) {
            rounded[lead] = Math.rint(eight[lead] / SCALE.microvoltsPerCount());
        }
        int[] counts = new int[leads.size()];
        for (int lead = 0; lead < counts.length; lead++) {
            long count = Math.round(LeadVector.lead(leads.get(lead), rounded));
            counts[lead] = (int) Math.max(-MAX_COUNT, Math.min(MAX_COUNT, count));
        }
        return counts;
    }

    /** Every event so far, those ahead included. */
    List<HeartEvent> past() {
        return List.copyOf(past);
    }
}
