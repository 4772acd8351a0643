package org.ecgnet.edge.serial;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ecgnet.edge.retry.BackOff;
import org.ecgnet.edge.retry.Ending;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceCodecs;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;
import org.ecgnet.protocol.device.RejectReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the line to one unit open for as long as it lives: opens, reads, notices the unplug, backs off, opens again,
 * wherever its search says that the unit is.
 *
 * <p>One thread of its own. A line that falls silent in the middle of a frame loses one byte, so that a damaged length
 * field cannot hold back what follows. Every wait is a blocking one.
 */
public final class LinkSupervisor implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(LinkSupervisor.class);
    private static final int READ_BYTES = 4096;
    private static final int SILENT_READS_INSIDE_A_FRAME = 2;
    private static final long QUICK_READ_NANOS = Duration.ofMillis(20).toNanos();
    private static final Duration QUICK_READ_WAIT = Duration.ofMillis(50);
    private static final int OPENING_TIMES = 5;
    private static final Duration BETWEEN_OPENINGS = Duration.ofMillis(200);

    private final LinkSettings settings;
    private final SerialLink link;
    private final UnitSearch search;
    private final UnitListener listener;
    private final BackOff backOff;
    private final Ending ending = new Ending();
    private final Thread thread;
    private String told = "";
    private volatile Optional<DeviceCodec> conversation = Optional.empty();

    /** @param search where the unit is */
    public LinkSupervisor(
            LinkSettings settings, SerialLink link, UnitSearch search, UnitListener listener, RandomGenerator random) {
        this.settings = settings;
        this.link = link;
        this.search = search;
        this.listener = listener;
        this.backOff = new BackOff(settings.reopenFrom(), settings.reopenTo(), random);
        this.thread = new Thread(this::run, "serial");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Asks the unit for something; false when no line is open or the model has no such command. */
    public boolean send(DeviceCommand command) {
        byte[] bytes = conversation.map(codec -> codec.write(command)).orElse(new byte[0]);
        return bytes.length > 0 && link.write(bytes);
    }

    private void run() {
        while (ending.going()) {
            try {
                attempt();
            } catch (RuntimeException e) {
                LOGGER.error(
                        "The unit's line met an error of this program and is opened anew",
                        e); // the thread must live on
                lost("an error of this program: " + e.getMessage(), List.of());
            }
            link.close();
            ending.pause(backOff.next());
        }
    }

    private void attempt() {
        Sighting sighting = search.next(ending::going);
        if (sighting instanceof Sighting.Nothing nothing) {
            lost(nothing.words(), nothing.looked());
        } else if (sighting instanceof Sighting.Unit unit) {
            Optional<String> trouble = open(unit);
            lost(trouble.isPresent() ? trouble.get() : converse(unit), List.of());
        }
    }

    /** After a search a driver may need a moment to let go of the port. */
    private Optional<String> open(Sighting.Unit unit) {
        Optional<String> trouble = link.open(unit.port(), unit.profile().baud());
        for (int n = 1;
                trouble.isPresent() && settings.auto().isPresent() && n < OPENING_TIMES && ending.going();
                n++) {
            ending.pause(BETWEEN_OPENINGS);
            trouble = link.open(unit.port(), unit.profile().baud());
        }
        return trouble;
    }

    private void lost(String reason, List<PortFinding> looked) {
        if (!reason.equals(told) && ending.going()) {
            LOGGER.warn("Unit's line is down, trying again: {}", reason);
            listener.lost(reason, looked);
            told = reason;
        }
    }

    /** Reads until the line is lost; returns why. */
    private String converse(Sighting.Unit unit) {
        String port = unit.port();
        LOGGER.info("Unit's line is open: {}, {}", port, unit.profile().model());
        DeviceCodec codec =
                DeviceCodecs.of(unit.profile()); // a new one each time: what a unit announced dies with its line
        conversation = Optional.of(codec);
        listener.opened(port, unit.profile());
        told = "";
        greet();
        Conversation talk = new Conversation(codec);
        Silence silence = new Silence();
        try {
            while (ending.going()) {
                long before = System.nanoTime();
                int count = link.read(talk.chunk);
                if (count < 0) {
                    return "unit unplugged from " + port;
                }
                List<DeviceEvent> events = count > 0 ? talk.take(count) : talk.silence();
                if (!events.isEmpty()) {
                    listener.heard(events);
                }
                if (silence.tooLong(events)) {
                    return "nothing heard on " + port;
                }
                if (count == 0 && System.nanoTime() - before < QUICK_READ_NANOS) {
                    ending.pause(QUICK_READ_WAIT); // a driver that does not wait must not turn this into a busy loop
                }
            }
            return "closed";
        } finally {
            conversation = Optional.empty();
        }
    }

    /** A unit left streaming by an earlier run is stopped first: its announcement then proves a quiet line. */
    private void greet() {
        send(DeviceCommand.STOP);
        send(DeviceCommand.IDENTIFY);
    }

    @Override
    public void close() {
        ending.of(thread, Duration.ofSeconds(2));
        link.close();
    }

    /** Since when nothing valid was heard; the unit is asked before it is given up. */
    private final class Silence {

        private long since = System.nanoTime();
        private boolean asked;

        boolean tooLong(List<DeviceEvent> events) {
            long now = System.nanoTime();
            if (events.stream().anyMatch(event -> !(event instanceof DeviceEvent.Rejected))) {
                since = now;
                asked = false;
                backOff.reset();
            } else if (now - since > settings.silentFor().toNanos()) {
                if (asked && search.elsewhere()) {
                    return true;
                }
                since = now;
                asked = true;
                send(DeviceCommand.IDENTIFY);
            }
            return false;
        }
    }

    /** The bytes of one open line between reads. */
    private static final class Conversation {

        private final DeviceCodec codec;
        private final ByteBuffer buffer;
        private final byte[] chunk = new byte[READ_BYTES];
        private int silentReads;

        Conversation(DeviceCodec codec) {
            this.codec = codec;
            this.buffer = ByteBuffer.allocate(READ_BYTES + 2 * codec.longestFrame());
        }

        List<DeviceEvent> take(int count) {
            silentReads = 0;
            List<DeviceEvent> events = new ArrayList<>();
            int at = 0;
            while (at < count) {
                int part = Math.min(count - at, buffer.remaining());
                if (part == 0) {
                    events.addAll(dropOne());
                    continue;
                }
                buffer.put(chunk, at, part);
                at += part;
                events.addAll(decode());
            }
            return events;
        }

        List<DeviceEvent> silence() {
            if (buffer.position() == 0 || ++silentReads < SILENT_READS_INSIDE_A_FRAME) {
                return List.of();
            }
            silentReads = 0;
            return dropOne();
        }

        private List<DeviceEvent> dropOne() {
            List<DeviceEvent> events = new ArrayList<>();
            events.add(new DeviceEvent.Rejected(RejectReason.BAD_LENGTH, 1));
            buffer.flip();
            buffer.get();
            buffer.compact();
            events.addAll(decode());
            return events;
        }

        private List<DeviceEvent> decode() {
            buffer.flip();
            List<DeviceEvent> events = codec.read(buffer);
            buffer.compact();
            return events;
        }
    }
}
