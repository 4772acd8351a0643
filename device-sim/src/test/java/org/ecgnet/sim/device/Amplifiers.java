package org.ecgnet.sim.device;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceCodecs;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.UnitProfile;
import org.ecgnet.protocol.device.UnitWiring;
import org.ecgnet.sim.heart.Moment;
import org.ecgnet.sim.heart.Scenario;

/** Simulated bare amplifiers, and the captures of them below {@code captures}. */
final class Amplifiers {

    private static final long MILLI = 1_000_000;
    private static final String[] EIGHT = {"I", "II", "V1", "V2", "V3", "V4", "V5", "V6"};
    private static final String[] SIXTEEN = {
        "I", "II", "V1", "V2", "V3", "V4", "-", "-", "V5", "V6", "-", "-", "-", "-", "-", "-"
    };

    /** By the name of its capture. */
    static final List<Case> CASES = List.of(
            of("openbci-cyton", UnitModel.Family.OPENBCI_CYTON, 250, 24, 0, EIGHT),
            of("openbci-cyton-daisy", UnitModel.Family.OPENBCI_CYTON, 125, 8, 0, SIXTEEN),
            of("healthypi-v4", UnitModel.Family.HEALTHYPI_V4, 125, 12, 0, "II"),
            of("bitalino-1", UnitModel.Family.BITALINO, 1000, 0, 0, "-", "II"),
            of("bitalino-2", UnitModel.Family.BITALINO, 1000, 0, 0, "I", "II"),
            of("bitalino-3", UnitModel.Family.BITALINO, 1000, 0, 0, "I", "II", "V1"),
            of("bitalino-4", UnitModel.Family.BITALINO, 100, 0, 0, "I", "II", "V1", "V5"),
            of("bitalino-5", UnitModel.Family.BITALINO, 1000, 0, 0, "I", "II", "V1", "V5", "V2"),
            of("bitalino-6", UnitModel.Family.BITALINO, 100, 0, 0, "I", "II", "V1", "V5", "V2", "V3"),
            of("ads1298", UnitModel.Family.ADS129X_RAW, 500, 6, 2.4, EIGHT),
            of("ads1292", UnitModel.Family.ADS129X_RAW, 500, 12, 2.42, "-", "II"));

    private Amplifiers() {}

    record Case(String name, UnitModel.Amplifier unit) {

        DeviceCodec codec() {
            String model =
                    unit.family().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            return DeviceCodecs.of(new UnitProfile(model, unit.baud(), unit.rate(), 1, unit.wiring()));
        }

        /** A normal heart, its lead II off from the second half of the time on. */
        byte[] line(int millis, SampleWitness witness) {
            SimulatedUnit simulated = new SimulatedUnit(
                    unit, () -> new LeadOffHalfWay(unit, millis * unit.rate().hertz() / 2000), witness);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            byte[] start = codec().write(DeviceCommand.START);
            simulated.receive(start, start.length, 0);
            for (long at = 0; at <= millis; at += 5) {
                line.writeBytes(simulated.step(at * MILLI));
            }
            return line.toByteArray();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(
            String name, UnitModel.Family family, int hertz, double gain, double volts, String... leads) {
        UnitWiring wiring = new UnitWiring(
                UnitWiring.channels(List.of(leads)),
                gain == 0 ? OptionalDouble.empty() : OptionalDouble.of(gain),
                volts == 0 ? OptionalDouble.empty() : OptionalDouble.of(volts));
        return new Case(name, new UnitModel.Amplifier(family, wiring, new SampleRate(hertz), 230_400));
    }

    private static final class LeadOffHalfWay implements SampleSource {

        private final HeartSource heart;
        private final int from;
        private int sample;

        LeadOffHalfWay(UnitModel.Amplifier unit, int from) {
            this.heart = new HeartSource(
                    Scenario.NORMAL, 1, unit.rate(), unit.wiring().leads());
            this.from = from;
        }

        @Override
        public org.ecgnet.protocol.device.UnitFormat format() {
            return heart.format();
        }

        @Override
        public java.util.Optional<Moment> next() {
            boolean off = sample++ >= from;
            return heart.next()
                    .map(moment -> off ? new Moment(moment.counts(), Set.of(Lead.II), moment.pace()) : moment);
        }
    }

    /** Writes the captures anew: one argument, the folder. */
    public static void main(String[] arguments) throws IOException {
        for (Case one : CASES) {
            Files.write(Path.of(arguments[0], one.name() + ".bin"), one.line(400, new Counts()));
        }
    }

    /** What went over the line. */
    static final class Counts implements SampleWitness {

        final List<int[]> sent = new java.util.ArrayList<>();

        @Override
        public void started() {}

        @Override
        public void sent(int[] counts) {
            sent.add(counts.clone());
        }

        @Override
        public void stopped() {}
    }
}
