package org.ecgnet.edge.uplink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.edge.retry.BackOff;
import org.ecgnet.edge.retry.Ending;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.StoreException;
import org.ecgnet.protocol.uplink.Topics;
import org.ecgnet.protocol.uplink.UplinkMessage.UnitStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the clinic connected to its hub for as long as it lives.
 *
 * <p>One thread of its own: connects, runs an {@link UplinkSession} until the line is lost, waits with jitter, connects
 * again with a fresh client. Other threads only {@link #wake} it or ask for its {@link #state}.
 */
public final class Uplink implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Uplink.class);
    private static final int MOST_WAITING_MESSAGES = 2000;

    private final SiteCode site;
    private final HubSettings settings;
    private final SSLSocketFactory sockets;
    private final ClinicStore store;
    private final Supplier<Optional<UnitStatus>> unit;
    private final UplinkListener listener;
    private final String softwareVersion;
    private final Clock clock;
    private final BackOff backOff;
    private final Ending ending = new Ending();
    private final BlockingQueue<Signal> inbox = new LinkedBlockingQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicInteger waitingMessages = new AtomicInteger();
    private final Thread thread;
    private volatile HubState state;

    /**
     * @param unit how the unit is now; empty before anything is known
     * @throws UplinkException when the certificate stores cannot be used
     */
    public Uplink(
            SiteCode site,
            HubSettings settings,
            ClinicStore store,
            Supplier<Optional<UnitStatus>> unit,
            UplinkListener listener,
            String softwareVersion,
            Clock clock,
            RandomGenerator random) {
        this.site = site;
        this.settings = settings;
        this.sockets = TlsStores.sockets(settings);
        this.store = store;
        this.unit = unit;
        this.listener = listener;
        this.softwareVersion = softwareVersion;
        this.clock = clock;
        this.backOff = new BackOff(settings.reconnectFrom(), settings.reconnectTo(), random);
        this.state = new HubState(
                false, clock.instant(), Optional.of("not connected yet"), Optional.empty(), Optional.empty());
        this.thread = new Thread(this::run, "uplink");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public HubState state() {
        return state;
    }

    /** Something was stored, or the unit changed: look now. Never blocks. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            inbox.add(new Signal.Woken());
        }
    }

    private void run() {
        while (ending.going()) {
            try (MqttLine line = connect()) {
                backOff.reset();
                connected();
                session(line).run(ending);
            } catch (UplinkException e) {
                lost(String.valueOf(e.getMessage()));
            } catch (StoreException e) {
                LOGGER.error("Uplink stops for a while: {}", e.getMessage());
                lost("the store on this computer fails: " + e.getMessage());
            } catch (RuntimeException e) {
                LOGGER.error("Uplink met an error of this program and begins again", e); // the thread must live on
                lost("an error of this program: " + e.getMessage());
            }
            ending.pause(backOff.next());
        }
    }

    private MqttLine connect() {
        inbox.clear();
        woken.set(false);
        waitingMessages.set(0);
        return MqttLine.connect(settings, sockets, site.value(), Topics.down(site), this::signal);
    }

    private UplinkSession session(MqttLine line) {
        return new UplinkSession(
                new UplinkSession.Parts(site, settings, store, unit, listener, softwareVersion, clock),
                line,
                this::next,
                this::progressed);
    }

    /** Called by the client's threads; a flood of messages is dropped beyond a bound, since the hub repeats them. */
    private void signal(Signal signal) {
        if (signal instanceof Signal.Arrived && waitingMessages.incrementAndGet() > MOST_WAITING_MESSAGES) {
            waitingMessages.decrementAndGet();
            return;
        }
        inbox.add(signal);
    }

    /** The next signal, waiting so long for it at most. */
    private Optional<Signal> next(Duration wait) {
        try {
            Signal signal = inbox.poll(Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
            if (signal instanceof Signal.Woken) {
                woken.set(false);
            } else if (signal instanceof Signal.Arrived) {
                waitingMessages.decrementAndGet();
            }
            return Optional.ofNullable(signal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ending.ask();
            return Optional.empty();
        }
    }

    private void connected() {
        LOGGER.info("Connected to the hub at {}:{}", settings.host(), settings.port());
        state = new HubState(true, clock.instant(), Optional.empty(), state.receiptAt(), state.clockAhead());
        listener.changed();
    }

    private void progressed(Optional<Instant> receiptAt, Optional<Duration> clockAhead) {
        HubState before = state;
        state = new HubState(
                before.connected(),
                before.since(),
                before.problem(),
                receiptAt.or(before::receiptAt),
                clockAhead.or(before::clockAhead));
    }

    private void lost(String problem) {
        if (state.connected() || !state.problem().equals(Optional.of(problem))) {
            LOGGER.warn("No line to the hub, trying again: {}", problem);
        }
        Instant since = state.connected() ? clock.instant() : state.since();
        state = new HubState(false, since, Optional.of(problem), state.receiptAt(), state.clockAhead());
        listener.changed();
    }

    @Override
    public void close() {
        ending.ask();
        inbox.add(new Signal.Woken());
        ending.of(thread, Duration.ofSeconds(3));
    }
}
