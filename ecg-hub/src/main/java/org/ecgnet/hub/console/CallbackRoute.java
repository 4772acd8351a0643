package org.ecgnet.hub.console;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.ecgnet.hub.dispatch.DispatchCallback;

/** Where 120 answers. Its signature stands in for a login. */
final class CallbackRoute {

    private final DispatchCallback callback;
    private final Workers workers;
    private final Clock clock;

    CallbackRoute(DispatchCallback callback, Workers workers, Clock clock) {
        this.callback = callback;
        this.workers = workers;
        this.clock = clock;
    }

    void mount(Router router) {
        router.post("/api/dispatch/callback").handler(this::take);
    }

    private void take(RoutingContext context) {
        Map<String, String> headers = new HashMap<>();
        context.request().headers().forEach(headers::put);
        Buffer body = context.body().buffer();
        byte[] bytes = body == null ? new byte[0] : body.getBytes();
        workers.run(
                context,
                () -> callback.handle(headers, bytes, clock.instant()),
                answer -> Answers.refuse(context, answer.status(), answer.text()));
    }
}
