package org.ecgnet.edge.update;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.edge.launch.AgentNews;
import org.ecgnet.edge.launch.Chosen;
import org.ecgnet.edge.launch.Programs;
import org.ecgnet.protocol.release.Release;
import org.ecgnet.protocol.release.ReleaseException;
import org.ecgnet.protocol.release.ReleaseVersion;
import org.ecgnet.protocol.release.SignedRelease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for a new version now and then, and makes way for it; says, while it is itself on trial, how it does. All on one
 * thread of its own.
 */
public final class Updater implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Updater.class);
    private static final Duration LONGEST_TICK = Duration.ofSeconds(30);
    private static final int SPREAD = 8;

    private final UpdateSettings settings;
    private final Self self;
    private final Programs programs;
    private final ReleaseSource source;
    private final Workplace workplace;
    private final Consumer<AgentNews> tell;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread updates = new Thread(work, "updates");
        updates.setDaemon(true);
        return updates;
    });
    private final Instant began;
    private boolean onTrial;
    private boolean over;
    private Optional<ReleaseVersion> fetched = Optional.empty();
    private Instant nextAsking;
    private Optional<Future<?>> ticking = Optional.empty();

    /**
     * Who asks.
     *
     * @param store version of the store
     */
    public record Self(SiteCode site, ReleaseVersion version, int store) {}

    Updater(
            UpdateSettings settings,
            Self self,
            Programs programs,
            ReleaseSource source,
            Workplace workplace,
            Consumer<AgentNews> tell,
            Clock clock,
            Random random) {
        this.settings = settings;
        this.self = self;
        this.programs = programs;
        this.source = source;
        this.workplace = workplace;
        this.tell = tell;
        this.clock = clock;
        this.began = clock.instant();
        this.onTrial = programs.chosen().trial();
        // Clinics that come on with the power do not all ask in the same second.
        this.nextAsking = began.plusMillis(random.nextLong(settings.every().toMillis() / SPREAD + 1));
    }

    /**
     * Starts one.
     *
     * @param trust says which hub is believed to be one
     * @param tell hears what the launcher is to know; after an update or a taking back the process is to end
     */
    public static Updater start(
            UpdateSettings settings,
            Self self,
            Programs programs,
            SSLContext trust,
            Workplace workplace,
            Consumer<AgentNews> tell,
            Clock clock) {
        var source = new ReleaseSource(settings.hub(), trust);
        var updater = new Updater(settings, self, programs, source, workplace, tell, clock, new Random());
        updater.start();
        return updater;
    }

    private void start() {
        long period = Math.min(LONGEST_TICK.toMillis(), settings.every().toMillis());
        ticking = Optional.of(thread.scheduleWithFixedDelay(this::guardedTick, period, period, TimeUnit.MILLISECONDS));
    }

    private void guardedTick() {
        try {
            tick(clock.instant());
        } catch (UpdateException | ReleaseException e) {
            LOGGER.warn("No new version this time: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOGGER.error("Looking for a new version failed and will be tried again", e);
        }
    }

    void tick(Instant now) throws InterruptedException {
        if (over) {
            return;
        }
        if (onTrial) {
            trial(now);
        } else if (fetched.isPresent()) {
            makeWay(fetched.get(), now);
        } else if (!now.isBefore(nextAsking)) {
            nextAsking = now.plus(settings.every());
            ask();
        }
    }

    private void trial(Instant now) {
        if (workplace.hubReached()) {
            onTrial = false;
            tell.accept(new AgentNews.Well());
            Bundle.deleteBut(programs.folder(), Set.of(self.version()));
        } else if (Duration.between(began, now).compareTo(settings.hubWithin()) > 0 && workplace.closesQuietly(now)) {
            LOGGER.warn("This version, {}, does not reach the hub: the one before comes back", self.version());
            over = true;
            tell.accept(new AgentNews.TakeBack());
        }
    }

    private void makeWay(ReleaseVersion version, Instant now) {
        if (workplace.closesQuietly(now)) {
            LOGGER.info("Making way for version {}", version);
            over = true;
            tell.accept(new AgentNews.Update(version));
        }
    }

    private void ask() throws InterruptedException {
        Optional<String> text = source.offer();
        if (text.isEmpty()) {
            return;
        }
        Release offer = SignedRelease.verified(text.get(), settings.key());
        Chosen chosen = programs.chosen();
        UpdateChoice choice =
                UpdateChoice.about(offer, self.site(), self.version(), self.store(), chosen.triedInVain());
        if (choice instanceof UpdateChoice.Leave leave) {
            LOGGER.info("Version {} is offered and let be: {}", offer.version(), leave.why());
            return;
        }
        fetch(offer);
        fetched = Optional.of(offer.version());
        LOGGER.info("Version {} is here, and waits for a quiet moment", offer.version());
    }

    private void fetch(Release offer) throws InterruptedException {
        Path zip = programs.folder().resolve(offer.version() + ".zip");
        try {
            Files.createDirectories(programs.folder());
            try {
                source.fetch(offer, zip);
                Bundle.unpack(zip, programs.home(Optional.of(offer.version())));
            } finally {
                Files.deleteIfExists(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of versions " + programs.folder() + " cannot be written", e);
        }
    }

    @Override
    public void close() {
        ticking.ifPresent(ticks -> ticks.cancel(true));
        thread.shutdownNow();
    }
}
