package org.ecgnet.hub.console.site;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.Optional;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.release.Shelf;

/** The shelf of new versions, for everybody: there is no secret in a program, and what is run is what the county signed. */
public final class ReleaseRoutes implements Routes {

    private final RouteParts parts;
    private final Shelf shelf;

    public ReleaseRoutes(RouteParts parts, Shelf shelf) {
        this.parts = parts;
        this.shelf = shelf;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/release/:file").handler(this::send);
    }

    private void send(RoutingContext context) {
        parts.workers().run(context, () -> shelf.find(context.pathParam("file")), (Optional<Path> file) -> {
            if (file.isEmpty()) {
                Answers.refuse(context, 404, "no such version");
                return;
            }
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .sendFile(file.get().toString())
                    .onFailure(context::fail);
        });
    }
}
