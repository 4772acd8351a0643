package org.ecgnet.sim.heart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadOff;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.ecg.Waveform;

/** Makes hearts; see the package description. */
public final class Hearts {

    /** The first sample of every simulated recording. */
    public static final Instant STARTED_AT = Instant.parse("2026-01-01T08:00:00Z");

    private Hearts() {}

    /** All twelve leads, without end and without truth. */
    public static HeartStream stream(Scenario scenario, long seed, SampleRate rate) {
        return stream(scenario, seed, rate, Lead.STANDARD_12);
    }

    /** @param leads any of the standard twelve and the right and posterior chest leads */
    public static HeartStream stream(Scenario scenario, long seed, SampleRate rate, List<Lead> leads) {
        return new HeartStream(scenario, seed, rate, leads, false);
    }

    /** All twelve leads of so many seconds from the start of the same stream, and the truth about them. */
    public static SimulatedEcg recording(Scenario scenario, long seed, int seconds, SampleRate rate) {
        return recording(scenario, seed, seconds, rate, Lead.STANDARD_12);
    }

    /** @param leads any of the standard twelve and the right and posterior chest leads */
    public static SimulatedEcg recording(Scenario scenario, long seed, int seconds, SampleRate rate, List<Lead> leads) {
        HeartStream heart = new HeartStream(scenario, seed, rate, leads, true);
        int length = seconds * rate.hertz();
        int[][] counts = new int[leads.size()][length];
        Map<Lead, Integer> offSince = new EnumMap<>(Lead.class);
        List<LeadOff> leadsOff = new ArrayList<>();
        List<Integer> paceSamples = new ArrayList<>();
        for (int sample = 0; sample < length; sample++) {
            Moment moment = heart.next();
            for (int lead = 0; lead < counts.length; lead++) {
                counts[lead][sample] = moment.counts()[lead];
            }
            if (moment.pace()) {
                paceSamples.add(sample);
            }
            for (Lead lead : moment.leadsOff()) {
                offSince.putIfAbsent(lead, sample);
            }
        }
        offSince.forEach((lead, from) -> leadsOff.add(new LeadOff(lead, from, length)));
        Waveform waveform = new Waveform(rate, leads, Collections.nCopies(leads.size(), HeartStream.SCALE), counts);
        UnitMarks marks = new UnitMarks(leadsOff, paceSamples, List.of(), List.of());
        return new SimulatedEcg(
                new Recording(STARTED_AT, waveform, marks), truth(scenario, heart.past(), seconds * 1000.0));
    }

    private static HeartTruth truth(Scenario scenario, List<HeartEvent> events, double endMillis) {
        IdentityHashMap<Morphology, BeatShape> shapes = new IdentityHashMap<>();
        List<BeatTruth> beats = new ArrayList<>();
        List<Double> atrial = new ArrayList<>();
        for (HeartEvent event : events) {
            if (event.atMillis() < 0 || event.atMillis() >= endMillis) {
                continue;
            }
            if (event.ventricular()) {
                beats.add(new BeatTruth(event.atMillis(), shapes.computeIfAbsent(event.shape(), Delineation::of)));
            } else if (event.shape().waves().stream().anyMatch(wave -> wave.kind() == WaveKind.P)) {
                atrial.add(event.atMillis());
            }
        }
        return new HeartTruth(scenario, scenario.labels(), beats, atrial);
    }
}
