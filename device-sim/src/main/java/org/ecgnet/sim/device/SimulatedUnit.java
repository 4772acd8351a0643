package org.ecgnet.sim.device;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.sim.heart.Moment;

/**
 * A unit between its electrodes and its line. It streams after START, from the first sample of a fresh source, in step
 * with the sample clock and never faster than the baud rate; it stops at STOP or where the source ends. A model that
 * takes no commands streams from the first step on.
 *
 * <p>Time is an argument, in nanoseconds of any clock that only goes forward. For one thread.
 */
public final class SimulatedUnit {

    private static final long NANOS = 1_000_000_000L;
    private static final long STATUS_EVERY = 10 * NANOS;

    /** How far behind a line may fall and still catch up at full speed. */
    private static final long LATE = NANOS / 20;

    private static final int BITS_A_BYTE = 10; // with start and stop bit

    private final UnitLanguage language;
    private final Supplier<SampleSource> sources;
    private final SampleWitness witness;
    private final int hertz;
    private final int batch;
    private final long nanosAByte;
    private final ByteBuffer received = ByteBuffer.allocate(1024);
    private final Deque<byte[]> outbox = new ArrayDeque<>();
    private Optional<Streaming> streaming = Optional.empty();
    private boolean ranOut;
    private long lineFreeAt = Long.MIN_VALUE;
    private long statusAt = Long.MIN_VALUE;

    private static final class Streaming {
        private final SampleSource source;
        private final long startedAt;
        private long sent;

        Streaming(SampleSource source, long startedAt) {
            this.source = source;
            this.startedAt = startedAt;
        }
    }

    /**
     * @param sources a source from its first sample, for each START
     * @throws IllegalArgumentException when the model cannot send such samples, or not at its baud rate
     */
    public SimulatedUnit(UnitModel model, Supplier<SampleSource> sources, SampleWitness witness) {
        SampleSource first = sources.get();
        this.language = Languages.of(model, first.format());
        this.sources = sources;
        this.witness = witness;
        this.hertz = first.format().rate().hertz();
        this.batch = Languages.momentsAtOnce(model);
        this.nanosAByte = NANOS * BITS_A_BYTE / model.baud();
    }

    public boolean streaming() {
        return streaming.isPresent();
    }

    /** Takes what the edge sent. */
    public void receive(byte[] bytes, int length, long now) {
        for (int from = 0; from < length; ) {
            int part = Math.min(length - from, received.remaining());
            received.put(bytes, from, part).flip();
            from += part;
            for (DeviceCommand command : language.read(received)) {
                obey(command, now);
            }
            received.compact();
            if (!received.hasRemaining()) {
                received.clear(); // a kilobyte of no command is none
            }
        }
    }

    private void obey(DeviceCommand command, long now) {
        switch (command) {
            case IDENTIFY -> outbox.add(language.identified(streaming()));
            case START -> {
                unplugged();
                start(now);
            }
            case STOP -> {
                unplugged();
                outbox.add(language.stopped());
            }
        }
    }

    private void start(long now) {
        outbox.add(language.started());
        streaming = Optional.of(new Streaming(sources.get(), now));
        witness.started();
    }

    /** Power was lost: streaming ends without a word. */
    public void unplugged() {
        if (streaming.isPresent()) {
            streaming = Optional.empty();
            witness.stopped();
        }
    }

    /** The bytes that go over the line until now. */
    public byte[] step(long now) {
        if (statusAt == Long.MIN_VALUE) {
            statusAt = now;
            lineFreeAt = now;
        }
        if (language.streamsUnasked() && streaming.isEmpty() && !ranOut) {
            start(now);
        }
        if (now - statusAt >= STATUS_EVERY) {
            statusAt = now;
            outbox.add(language.status(streaming()));
        }
        streaming.ifPresent(current -> stream(current, now));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        lineFreeAt = Math.max(lineFreeAt, now - LATE);
        while (!outbox.isEmpty() && lineFreeAt <= now) {
            byte[] frame = outbox.remove();
            line.writeBytes(frame);
            lineFreeAt += frame.length * nanosAByte;
        }
        return line.toByteArray();
    }

    private void stream(Streaming current, long now) {
        long due = (now - current.startedAt) / NANOS * hertz + (now - current.startedAt) % NANOS * hertz / NANOS;
        boolean ended = false;
        while (!ended && due - current.sent >= batch) {
            List<Moment> moments = new ArrayList<>(batch);
            while (!ended && moments.size() < batch) {
                Optional<Moment> moment = current.source.next();
                moment.ifPresent(moments::add);
                ended = moment.isEmpty();
            }
            current.sent += moments.size();
            moments.forEach(moment -> witness.sent(language.sent(moment)));
            outbox.addAll(language.samples(moments));
        }
        if (ended) {
            streaming = Optional.empty();
            ranOut = true;
            outbox.add(language.stopped());
            witness.stopped();
        }
    }
}
