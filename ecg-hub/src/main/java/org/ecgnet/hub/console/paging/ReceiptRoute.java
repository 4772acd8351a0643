package org.ecgnet.hub.console.paging;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.paging.run.ReceiptDesk;

/** Where gateways say what became of a page. Their signature stands in for a login. */
public final class ReceiptRoute implements Routes {

    private final RouteParts parts;
    private final ReceiptDesk desk;

    public ReceiptRoute(RouteParts parts, ReceiptDesk desk) {
        this.parts = parts;
        this.desk = desk;
    }

    @Override
    public void mount(Router router) {
        router.post("/api/paging/receipt").handler(this::take);
    }

    private void take(RoutingContext context) {
        Map<String, String> headers = new HashMap<>();
        context.request().headers().forEach(headers::put);
        Buffer body = context.body().buffer();
        byte[] bytes = body == null ? new byte[0] : body.getBytes();
        parts.workers()
                .run(
                        context,
                        () -> desk.handle(headers, bytes, parts.clock().instant()),
                        answer -> Answers.refuse(context, answer.status(), answer.text()));
    }
}
