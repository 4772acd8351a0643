package org.ecgnet.sim.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceCodecs;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.UnitProfile;
import org.ecgnet.sim.device.HeartSource;
import org.ecgnet.sim.device.SampleSource;
import org.ecgnet.sim.device.SampleWitness;
import org.ecgnet.sim.device.SimulatedUnit;
import org.ecgnet.sim.device.UnitModel;
import org.ecgnet.sim.device.WaveformSource;
import org.ecgnet.sim.fault.FaultPlan;
import org.ecgnet.sim.fault.LineNoise;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated unit behind a real pseudo-terminal, read as an edge reads it. */
class VirtualLineIT {

    private static final UnitModel.Reference REFERENCE =
            new UnitModel.Reference("IT-1", "1.0", 16, 5, OptionalInt.of(80), 921_600);
    private static final UnitModel.UsbBox BOX = new UnitModel.UsbBox(2.44140625, 115_200);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Witness witness = new Witness();
    private final List<Path> ports = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void aRecordArrivesSampleForSampleAndTheUnitSaysThatItEnded() throws Exception {
        Waveform waveform = random(12, 600);
        play(REFERENCE, () -> new WaveformSource(waveform), FaultPlan.NONE);
        Edge edge = new Edge("reference");

        edge.send(DeviceCommand.START);
        edge.readUntil(events ->
                events.stream().anyMatch(event -> event instanceof DeviceEvent.Status status && !status.streaming()));

        assertThat(edge.samples()).isDeepEqualTo(transposed(waveform.counts()));
        assertThat(edge.rejected()).isZero();
        assertThat(witness.sent()).isDeepEqualTo(transposed(waveform.counts()));
    }

    @Test
    void everyByteValuePassesUnchangedInBothDirections() throws Exception {
        try (Pty pty = Pty.open();
                FileInputStream in = new FileInputStream(pty.port().toFile());
                FileOutputStream out = new FileOutputStream(pty.port().toFile())) {
            byte[] all = new byte[256];
            for (int value = 0; value < all.length; value++) {
                all[value] = (byte) value;
            }
            assertThat(pty.write(all)).isEqualTo(256);
            byte[] there = new byte[256];
            assertThat(in.readNBytes(there, 0, 256)).isEqualTo(256);
            assertThat(there).isEqualTo(all);

            out.write(all);
            byte[] back = new byte[300];
            assertThat(pty.read(back)).isEqualTo(256);
            assertThat(Arrays.copyOf(back, 256)).isEqualTo(all);
        }
    }

    @Test
    void aBoxStreamsAfterStartAndSendsWhatTheWitnessSaw() throws Exception {
        play(BOX, heart(Lead.INDEPENDENT_8), FaultPlan.NONE);
        Edge edge = new Edge("usb-box-12-strict");

        edge.send(DeviceCommand.START);
        edge.readUntil(events -> edge.samples().length >= 500);
        edge.send(DeviceCommand.STOP);
        await().atMost(PATIENCE).until(() -> witness.stops == 1);
        edge.readUntil(events -> edge.samples().length == witness.sent().length);

        assertThat(edge.samples()).isDeepEqualTo(witness.sent());
        assertThat(edge.rejected()).isZero();
    }

    @Test
    void theStreamKeepsTheSampleClock() throws Exception {
        play(REFERENCE, heart(Lead.STANDARD_12), FaultPlan.NONE);
        Edge edge = new Edge("reference");

        edge.send(DeviceCommand.START);
        edge.readUntil(events -> edge.samples().length >= 5);
        long from = System.nanoTime();
        edge.readUntil(events -> edge.samples().length >= 1005);
        double seconds = (System.nanoTime() - from) / 1e9;

        assertThat(seconds).isBetween(1.8, 4.0); // 1000 samples are 2 s; a busy machine may be late, never early
    }

    @Test
    void damagedBytesCostTheirFramesAndNothingElse() throws Exception {
        Waveform waveform = random(12, 1500);
        play(REFERENCE, () -> new WaveformSource(waveform), new FaultPlan(2e-4, 1e-4, List.of()));
        Edge edge = new Edge("reference");

        edge.send(DeviceCommand.START);
        int[][] sent = transposed(waveform.counts());
        edge.readUntil(events ->
                events.stream().anyMatch(event -> event instanceof DeviceEvent.Status status && !status.streaming()));

        assertThat(edge.rejected()).isPositive();
        assertThat(edge.samples().length).isBetween(1000, 1495);
        edge.eachFrame((sequence, moments) -> assertThat(moments)
                .isDeepEqualTo(Arrays.copyOfRange(sent, 5 * sequence, 5 * sequence + moments.length)));
    }

    @Test
    void anEdgeThatClosesThePortAndComesBackStartsAfresh() throws Exception {
        Waveform waveform = random(8, 400);
        play(REFERENCE, () -> new WaveformSource(waveform), FaultPlan.NONE);
        Edge first = new Edge("reference");
        first.send(DeviceCommand.START);
        first.readUntil(events -> first.samples().length > 50);
        first.close();
        Edge second = new Edge("reference");

        second.send(DeviceCommand.START);
        second.readUntil(events -> second.samplesSinceSequenceZero().length == 400);

        assertThat(second.samplesSinceSequenceZero()).isDeepEqualTo(transposed(waveform.counts()));
    }

    @Test
    void thePlugPulledEndsThePortAndTheLinkFollowsTheNextOne() throws Exception {
        play(REFERENCE, heart(Lead.STANDARD_12), FaultPlan.parse("unplug@700ms,replug@1200ms"));
        Edge edge = new Edge("reference");
        edge.send(DeviceCommand.START);

        edge.readToEnd();
        await().atMost(PATIENCE).until(() -> ports.size() == 2);
        await().atMost(PATIENCE).until(() -> Files.readSymbolicLink(link()).equals(ports.get(1)));
        Edge again = new Edge("reference");
        again.send(DeviceCommand.IDENTIFY);
        again.readUntil(events -> events.stream().anyMatch(DeviceEvent.Announced.class::isInstance));

        assertThat(witness.stops).isEqualTo(1);
        assertThat(edge.samples()).isDeepEqualTo(Arrays.copyOf(witness.sent(), edge.samples().length));
    }

    @Test
    void aStalledLineLosesNothing() throws Exception {
        Waveform waveform = random(12, 700);
        play(REFERENCE, () -> new WaveformSource(waveform), FaultPlan.parse("stall@300ms,resume@1500ms"));
        Edge edge = new Edge("reference");

        edge.send(DeviceCommand.START);
        edge.readUntil(events -> edge.samples().length == 700);

        assertThat(edge.samples()).isDeepEqualTo(transposed(waveform.counts()));
    }

    private Path link() {
        return folder.resolve("port");
    }

    private static Supplier<SampleSource> heart(List<Lead> leads) {
        return () -> new HeartSource(Scenario.NORMAL, 3, new SampleRate(500), leads);
    }

    private void play(UnitModel model, Supplier<SampleSource> source, FaultPlan faults) {
        SimulatedUnit unit = new SimulatedUnit(model, source, witness);
        LineNoise noise = new LineNoise(faults.flipRate(), faults.dropRate(), 11);
        VirtualLine line = new VirtualLine(unit, faults, noise, Optional.of(link()), ports::add);
        LineLoop loop = new LineLoop(List.of(line), Duration.ofMillis(5));
        Thread thread = new Thread(loop, "simulated unit");
        thread.start();
        open.add(() -> {
            loop.close();
            thread.join(PATIENCE.toMillis());
        });
        await().atMost(PATIENCE).until(() -> Files.isSymbolicLink(link()));
    }

    private static Waveform random(int leads, int length) {
        Random random = new Random(leads * 31L + length);
        int[][] counts = new int[leads][];
        for (int lead = 0; lead < leads; lead++) {
            counts[lead] =
                    random.ints(length, Short.MIN_VALUE, Short.MAX_VALUE + 1).toArray();
        }
        List<Lead> names = leads == 12 ? Lead.STANDARD_12 : Lead.INDEPENDENT_8;
        return new Waveform(
                new SampleRate(500), names, Collections.nCopies(leads, new LeadScale(1000 / 1716.0, 6)), counts);
    }

    private static int[][] transposed(int[][] byLead) {
        int[][] byMoment = new int[byLead[0].length][byLead.length];
        for (int lead = 0; lead < byLead.length; lead++) {
            for (int sample = 0; sample < byMoment.length; sample++) {
                byMoment[sample][lead] = byLead[lead][sample];
            }
        }
        return byMoment;
    }

    /** What was sent since the last start. */
    private static final class Witness implements SampleWitness {
        private final List<int[]> counts = new CopyOnWriteArrayList<>();
        private volatile int stops;

        @Override
        public void started() {
            counts.clear();
        }

        @Override
        public synchronized void sent(int[] moment) {
            counts.add(moment.clone());
        }

        @Override
        public void stopped() {
            stops++;
        }

        int[][] sent() {
            return counts.toArray(int[][]::new);
        }
    }

    /** Reads the port with plain streams and the unit's codec. */
    private final class Edge implements AutoCloseable {
        private final DeviceCodec codec;
        private final FileOutputStream out;
        private final FileInputStream in;
        private final ByteBuffer line = ByteBuffer.allocate(64 * 1024);
        private final List<DeviceEvent> events = new ArrayList<>();

        Edge(String model) throws IOException {
            codec = DeviceCodecs.of(new UnitProfile(model, 115_200, new SampleRate(500), 2.44140625));
            out = new FileOutputStream(link().toFile());
            in = new FileInputStream(link().toFile());
            open.add(this);
        }

        void send(DeviceCommand command) throws IOException {
            out.write(codec.write(command));
        }

        void readUntil(java.util.function.Predicate<List<DeviceEvent>> done) throws IOException {
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (!done.test(events)) {
                assertThat(System.nanoTime())
                        .as("still waiting after " + PATIENCE)
                        .isLessThan(until);
                if (in.available() > 0) {
                    readOnce();
                } else {
                    Thread.onSpinWait();
                    java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                }
            }
        }

        void readToEnd() {
            try {
                while (readOnce() >= 0) {
                    // until the plug is pulled
                }
            } catch (IOException pulled) {
                assertThat(pulled).hasMessageContaining("Input/output error");
            }
        }

        private int readOnce() throws IOException {
            int read = in.read(line.array(), line.position(), line.remaining());
            if (read > 0) {
                line.position(line.position() + read).flip();
                events.addAll(codec.read(line));
                line.compact();
            }
            return read;
        }

        int[][] samples() {
            return events.stream()
                    .filter(DeviceEvent.Samples.class::isInstance)
                    .flatMap(event -> ((DeviceEvent.Samples) event).counts().stream())
                    .toArray(int[][]::new);
        }

        int[][] samplesSinceSequenceZero() {
            List<int[]> since = new ArrayList<>();
            boolean begun = false;
            for (DeviceEvent event : events) {
                if (event instanceof DeviceEvent.Samples samples) {
                    begun |= samples.sequence() == 0;
                    if (begun) {
                        since.addAll(samples.counts());
                    }
                }
            }
            return since.toArray(int[][]::new);
        }

        void eachFrame(java.util.function.BiConsumer<Integer, int[][]> check) {
            for (DeviceEvent event : events) {
                if (event instanceof DeviceEvent.Samples samples) {
                    check.accept(samples.sequence(), samples.counts().toArray(int[][]::new));
                }
            }
        }

        long rejected() {
            return events.stream()
                    .filter(DeviceEvent.Rejected.class::isInstance)
                    .count();
        }

        @Override
        public void close() throws IOException {
            out.close();
            in.close();
        }
    }
}
