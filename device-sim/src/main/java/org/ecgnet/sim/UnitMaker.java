package org.ecgnet.sim;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.sim.SimSettings.Protocol;
import org.ecgnet.sim.device.HeartSource;
import org.ecgnet.sim.device.SampleSource;
import org.ecgnet.sim.device.SimulatedUnit;
import org.ecgnet.sim.device.UnitModel;
import org.ecgnet.sim.device.WaveformSource;
import org.ecgnet.sim.fault.FaultPlan;
import org.ecgnet.sim.fault.LineNoise;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.sim.serial.VirtualLine;
import org.ecgnet.sim.truth.TruthRecorder;

/** Puts a unit together from settings and options. */
record UnitMaker(SimSettings settings, Protocol protocol, FaultPlan faults) {

    /** A heart for every START, from its beginning. */
    Supplier<SampleSource> heart(Scenario scenario, long seed) {
        return () -> newHeart(scenario, seed);
    }

    HeartSource newHeart(Scenario scenario, long seed) {
        Optional<UnitModel.Amplifier> amplifier =
                Optional.ofNullable(settings.amplifiers().get(protocol));
        if (amplifier.isPresent()) {
            return new HeartSource(
                    scenario,
                    seed,
                    amplifier.get().rate(),
                    amplifier.get().wiring().leads());
        }
        boolean box = protocol == Protocol.USB_BOX_12;
        SampleRate rate = box ? settings.usbBoxRate() : settings.referenceRate();
        List<Lead> leads = box || settings.referenceLeads() == 8 ? Lead.INDEPENDENT_8 : Lead.STANDARD_12;
        return new HeartSource(scenario, seed, rate, leads);
    }

    static Supplier<SampleSource> record(Waveform waveform) {
        return () -> new WaveformSource(waveform);
    }

    /** @throws IllegalArgumentException when the protocol cannot carry the samples */
    VirtualLine line(
            Supplier<SampleSource> sources,
            long seed,
            Optional<Path> link,
            Optional<Path> truthFile,
            Announcer announcer) {
        UnitModel model =
                switch (protocol) {
                    case REFERENCE -> settings.reference();
                    case USB_BOX_12 -> settings.usbBox();
                    default -> Objects.requireNonNull(settings.amplifiers().get(protocol), "an amplifier's settings");
                };
        TruthRecorder truth = new TruthRecorder(truthFile, announcer);
        SimulatedUnit unit = new SimulatedUnit(model, sources, truth);
        LineNoise noise = new LineNoise(faults.flipRate(), faults.dropRate(), seed);
        return new VirtualLine(unit, faults, noise, link, announcer::ready);
    }
}
