package org.ecgnet.hub.console.web;

import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Takes what blocks off the event loop and brings the answer back to it. */
public final class Workers {

    private final WorkerExecutor executor;

    public Workers(WorkerExecutor executor) {
        this.executor = executor;
    }

    /** Runs the work on a worker thread, then the answer on the request's event loop; a failure fails the request. */
    public <T> void run(RoutingContext context, Callable<T> work, Consumer<T> answer) {
        executor.executeBlocking(work, false).onComplete(answer::accept, context::fail);
    }
}
