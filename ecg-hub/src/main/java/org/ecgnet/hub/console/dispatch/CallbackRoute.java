package org.ecgnet.hub.console.dispatch;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Workers;
import org.ecgnet.hub.dispatch.DispatchCallback;

/** Where 120 answers. Its signature stands in for a login. */
public final class CallbackRoute implements Routes {

    private final DispatchCallback callback;
    private final Workers workers;
    private final Clock clock;

    public CallbackRoute(RouteParts parts, DispatchCallback callback) {
        this.callback = callback;
        this.workers = parts.workers();
        this.clock = parts.clock();
    }

    @Override
    public void mount(Router router) {
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
