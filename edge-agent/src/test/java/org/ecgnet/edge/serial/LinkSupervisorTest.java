package org.ecgnet.edge.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.UnitProfile;
import org.ecgnet.protocol.device.usbbox.UsbBoxFrames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkSupervisorTest {

    private static final UnitProfile BOX = new UnitProfile("usb-box-12", 115_200, new SampleRate(500), 4.88);

    private final Line line = new Line();
    private final Ear ear = new Ear();
    private Optional<LinkSupervisor> supervisor = Optional.empty();

    @AfterEach
    void close() {
        supervisor.ifPresent(LinkSupervisor::close);
    }

    private LinkSupervisor start(Duration silentFor, String... ports) {
        LinkSupervisor made = new LinkSupervisor(
                new LinkSettings(
                        List.of(ports),
                        BOX.baud(),
                        Duration.ofMillis(2),
                        Duration.ofMillis(20),
                        silentFor,
                        Optional.empty()),
                line,
                new ConfiguredPorts(List.of(ports), BOX),
                ear,
                new Random(1));
        supervisor = Optional.of(made);
        made.start();
        return made;
    }

    private static byte[] frame(int counter) {
        return UsbBoxFrames.answer(DeviceCommand.IDENTIFY, counter);
    }

    @Test
    void anUnplugIsToldOnceAndThePortIsOpenedAgain() {
        start(Duration.ofSeconds(5), "A");
        line.says(frame(0));
        await().until(() -> ear.heard.size() == 1);

        line.unplug();

        await().until(() -> line.opened.size() >= 2);
        line.says(frame(1));
        await().until(() -> ear.opened.size() == 2);
        assertThat(ear.lost).containsExactly("unit unplugged from A");
    }

    @Test
    void aPortThatCannotBeOpenedIsToldOnceHoweverOftenItFails() {
        line.missing = true;
        start(Duration.ofSeconds(5), "A");

        await().until(() -> line.opened.size() > 5);

        assertThat(ear.lost).containsExactly("no A");
    }

    @Test
    void otherPortsAreTriedInTurnWhenNothingIsHeard() {
        start(Duration.ofMillis(1), "A", "B");

        await().until(() -> line.opened.size() >= 3);

        assertThat(line.opened).startsWith("A", "B", "A");
    }

    @Test
    void aLineSilentInsideAFrameLosesOneByteAndTheNextFrameComesThrough() {
        start(Duration.ofSeconds(5), "A");
        byte[] cut = new byte[21];
        System.arraycopy(frame(0), 0, cut, 0, cut.length);

        line.says(cut);
        await().until(() -> ear.heard.stream().anyMatch(DeviceEvent.Rejected.class::isInstance));
        line.says(frame(1));

        await().until(() -> ear.heard.stream().anyMatch(DeviceEvent.Announced.class::isInstance));
    }

    @Test
    void aUnitLeftStreamingIsStoppedAndAskedWhoItIs() {
        start(Duration.ofSeconds(5), "A");

        await().until(() -> line.written.size() == 2);

        assertThat(line.written.get(0)).isEqualTo(UsbBoxFrames.command(DeviceCommand.STOP));
        assertThat(line.written.get(1)).isEqualTo(UsbBoxFrames.command(DeviceCommand.IDENTIFY));
    }

    @Test
    void nothingIsSentWithoutALine() {
        line.missing = true;

        assertThat(start(Duration.ofSeconds(5), "A").send(DeviceCommand.START)).isFalse();
    }

    @Test
    void aPortWhoseReadsDoNotWaitIsNotReadInABusyLoop() {
        line.impatient = true;
        start(Duration.ofSeconds(5), "A");
        line.reads.set(0);

        await().pollDelay(Duration.ofMillis(500)).until(() -> line.reads.get() > 1);

        assertThat(line.reads.get()).isLessThan(100);
    }

    /** A port made of a queue. */
    private static final class Line implements SerialLink {

        private static final byte[] UNPLUGGED = new byte[0];

        private final BlockingQueue<byte[]> said = new LinkedBlockingQueue<>();
        private final List<String> opened = new CopyOnWriteArrayList<>();
        private final List<byte[]> written = new CopyOnWriteArrayList<>();
        private final AtomicInteger reads = new AtomicInteger();
        private volatile boolean missing;
        private volatile boolean impatient;

        void says(byte[] bytes) {
            said.add(bytes);
        }

        void unplug() {
            said.add(UNPLUGGED);
        }

        @Override
        public Optional<String> open(String port, int baud) {
            opened.add(port);
            return missing ? Optional.of("no " + port) : Optional.empty();
        }

        @Override
        public int read(byte[] into) {
            reads.incrementAndGet();
            try {
                byte[] next = impatient ? said.poll() : said.poll(30, TimeUnit.MILLISECONDS);
                if (next == null) {
                    return 0;
                }
                System.arraycopy(next, 0, into, 0, next.length);
                return next == UNPLUGGED ? LOST : next.length;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return LOST;
            }
        }

        @Override
        public boolean write(byte[] bytes) {
            written.add(bytes);
            return true;
        }

        @Override
        public void close() {
            said.clear();
        }
    }

    /** Remembers what it hears. */
    private static final class Ear implements UnitListener {

        private final List<String> opened = new CopyOnWriteArrayList<>();
        private final List<String> lost = new CopyOnWriteArrayList<>();
        private final List<DeviceEvent> heard = new CopyOnWriteArrayList<>();

        @Override
        public void opened(String port, UnitProfile profile) {
            opened.add(port);
        }

        @Override
        public void heard(List<DeviceEvent> events) {
            heard.addAll(events);
        }

        @Override
        public void lost(String reason, List<PortFinding> looked) {
            lost.add(reason);
        }
    }
}
