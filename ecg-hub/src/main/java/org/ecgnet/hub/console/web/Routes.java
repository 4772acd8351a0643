package org.ecgnet.hub.console.web;

import io.vertx.ext.web.Router;

/** Routes of one subject. */
public interface Routes {

    /** Puts them on the router; called once, before it listens. */
    void mount(Router router);

    /** Routes that are made when the console starts. */
    interface Maker {
        Routes with(RouteParts parts);
    }
}
