package org.ecgnet.hub.console.account;

import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.ecgnet.hub.console.web.Workers;

/** Requests that bring a password: on threads of their own, and what was typed is wiped whatever comes of it. */
public final class PasswordWork {

    private final Workers workers;
    private final Clock clock;

    /** @param workers few threads: each hashing takes long, and tens of megabytes */
    public PasswordWork(Workers workers, Clock clock) {
        this.workers = workers;
        this.clock = clock;
    }

    /** Does it on a worker, then answers on the request's event loop. */
    public <T> void run(RoutingContext context, Typed typed, Step<T> step, Consumer<T> answer) {
        String address = context.request().remoteAddress().hostAddress();
        workers.run(
                context,
                () -> {
                    try {
                        return step.with(typed, address, clock.instant());
                    } finally {
                        typed.wipe();
                    }
                },
                answer);
    }

    /** What is done with what was typed. */
    public interface Step<T> {
        /** @param address where the request comes from */
        T with(Typed typed, String address, Instant now);
    }
}
