package org.ecgnet.sim.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceCodecs;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.UnitProfile;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;

class SimulatedUnitTest {

    private static final long MILLI = 1_000_000;
    private static final SampleRate RATE = new SampleRate(500);
    private static final UnitModel.Reference MODEL =
            new UnitModel.Reference("T-1", "1.0", 16, 5, OptionalInt.of(80), 921_600);

    private final Log log = new Log();
    private final DeviceCodec codec = DeviceCodecs.of(new UnitProfile("reference", 921_600, RATE, 1));

    @Test
    void aUnitIsSilentUntilItIsAsked() {
        SimulatedUnit unit = normal(MODEL);

        assertThat(run(unit, 0, 2000)).isEmpty();
    }

    @Test
    void samplesComeInStepWithTheSampleClock() {
        SimulatedUnit unit = normal(MODEL);
        ask(unit, DeviceCommand.START, 0);

        List<DeviceEvent> events = run(unit, 0, 1000);

        assertThat(events.get(0)).isInstanceOf(DeviceEvent.Announced.class);
        assertThat(events.get(1)).isEqualTo(new DeviceEvent.Status(OptionalInt.of(80), true));
        assertThat(samples(events)).isEqualTo(500);
        assertThat(log.lines).containsExactly("started");
        assertThat(log.sent).isEqualTo(500);
    }

    @Test
    void neverMoreBytesThanTheBaudRateAllows() {
        UnitModel.Reference slow = new UnitModel.Reference("T-1", "1.0", 16, 5, OptionalInt.of(80), 153_600);
        SimulatedUnit unit = normal(slow);
        ask(unit, DeviceCommand.START, 0);
        unit.step(0);

        int bytes = unit.step(3000 * MILLI).length; // three seconds late: all that waits is 40 kB

        assertThat(bytes).isLessThan(153_600 / 10 / 20 + 400);
    }

    @Test
    void aRecordEndsByItself() {
        Waveform waveform =
                Hearts.recording(Scenario.NORMAL, 1, 1, RATE).recording().waveform();
        SimulatedUnit unit = new SimulatedUnit(MODEL, () -> new WaveformSource(waveform.between(0, 333)), log);
        ask(unit, DeviceCommand.START, 0);

        List<DeviceEvent> events = run(unit, 0, 1000);

        assertThat(samples(events)).isEqualTo(333);
        assertThat(events).last().isEqualTo(new DeviceEvent.Status(OptionalInt.of(80), false));
        assertThat(log.lines).containsExactly("started", "stopped after 333");
        assertThat(unit.streaming()).isFalse();
    }

    @Test
    void stopEndsAndStartBeginsAtTheFirstSampleAgain() {
        SimulatedUnit unit = normal(MODEL);
        ask(unit, DeviceCommand.START, 0);
        List<DeviceEvent> first = run(unit, 0, 200);
        ask(unit, DeviceCommand.STOP, 200);
        run(unit, 200, 300);
        ask(unit, DeviceCommand.START, 300);
        List<DeviceEvent> second = run(unit, 300, 500);

        assertThat(log.lines).containsExactly("started", "stopped after 100", "started");
        assertThat(counts(second)).isDeepEqualTo(counts(first));
    }

    @Test
    void aPacingPulseStandsInAFrameOfItsOwn() {
        SimulatedUnit unit =
                new SimulatedUnit(MODEL, () -> new HeartSource(Scenario.PACED, 1, RATE, Lead.STANDARD_12), log);
        ask(unit, DeviceCommand.START, 0);

        List<DeviceEvent.Samples> paced = run(unit, 0, 5000).stream()
                .filter(DeviceEvent.Samples.class::isInstance)
                .map(DeviceEvent.Samples.class::cast)
                .filter(DeviceEvent.Samples::pace)
                .collect(Collectors.toList());

        assertThat(paced).hasSizeBetween(5, 7).allSatisfy(one -> assertThat(one.counts())
                .hasSize(1));
    }

    @Test
    void aLineTooSlowForTheUnitIsRefused() {
        UnitModel.Reference slow = new UnitModel.Reference("T-1", "1.0", 16, 5, OptionalInt.of(80), 115_200);

        assertThatThrownBy(() -> normal(slow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("baud: 115200 (expected: at least 1");
    }

    @Test
    void aBoxNeedsItsEightLeads() {
        assertThatThrownBy(() -> new SimulatedUnit(
                        new UnitModel.UsbBox(2.44, 115_200),
                        () -> new HeartSource(Scenario.NORMAL, 1, RATE, List.of(Lead.II, Lead.V1)),
                        log))
                .hasMessageStartingWith("leads: [II, V1] (expected: ");
    }

    private SimulatedUnit normal(UnitModel model) {
        return new SimulatedUnit(model, () -> new HeartSource(Scenario.NORMAL, 1, RATE, Lead.STANDARD_12), log);
    }

    private void ask(SimulatedUnit unit, DeviceCommand command, long millis) {
        byte[] bytes = codec.write(command);
        unit.receive(bytes, bytes.length, millis * MILLI);
    }

    private List<DeviceEvent> run(SimulatedUnit unit, long fromMillis, long toMillis) {
        List<DeviceEvent> events = new ArrayList<>();
        for (long at = fromMillis; at <= toMillis; at += 5) {
            events.addAll(codec.read(ByteBuffer.wrap(unit.step(at * MILLI))));
        }
        return events;
    }

    private static int samples(List<DeviceEvent> events) {
        return counts(events).length;
    }

    private static int[][] counts(List<DeviceEvent> events) {
        return events.stream()
                .filter(DeviceEvent.Samples.class::isInstance)
                .flatMap(event -> ((DeviceEvent.Samples) event).counts().stream())
                .toArray(int[][]::new);
    }

    private static final class Log implements SampleWitness {
        private final List<String> lines = new ArrayList<>();
        private int sent;

        @Override
        public void started() {
            sent = 0;
            lines.add("started");
        }

        @Override
        public void sent(int[] counts) {
            sent++;
        }

        @Override
        public void stopped() {
            lines.add("stopped after " + sent);
        }
    }
}
