package org.ecgnet.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.update.QuietHour;
import org.ecgnet.edge.update.Workplace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clinic as an update sees it. */
final class QuietClinic implements Workplace {

    private static final Logger LOGGER = LoggerFactory.getLogger(QuietClinic.class);
    private static final long PATIENCE_SECONDS = 10;

    private final Clinic clinic;
    private final ClinicStore store;
    private final BooleanSupplier hubReached;
    private final Duration quietFor;

    QuietClinic(Clinic clinic, ClinicStore store, BooleanSupplier hubReached, Duration quietFor) {
        this.clinic = clinic;
        this.store = store;
        this.hubReached = hubReached;
        this.quietFor = quietFor;
    }

    @Override
    public boolean hubReached() {
        return hubReached.getAsBoolean();
    }

    @Override
    public boolean closesQuietly(Instant now) {
        try {
            return clinic.closeQuietly(() -> quietHour().at(now, quietFor))
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.warn("The clinic does not say whether it is quiet: it is asked again later", e);
            return false;
        }
    }

    private QuietHour quietHour() {
        Optional<Instant> last = store.book().latest(1).stream().findFirst().map(exam -> exam.started()
                .startedAt());
        return new QuietHour(store.spool().unread().size(), store.spool().unsentReds(), last);
    }
}
