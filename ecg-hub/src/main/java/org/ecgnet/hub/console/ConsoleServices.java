package org.ecgnet.hub.console;

import java.time.Clock;
import java.util.Optional;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.dispatch.DispatchCallback;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.identity.SignIn;
import org.ecgnet.hub.store.Database;

/**
 * What the console stands on.
 *
 * @param callback takes 120's answers; empty when the county has no webhook there
 */
public record ConsoleServices(
        Database database,
        HubEvents events,
        SignIn signIn,
        CriticalDesk desk,
        Optional<DispatchCallback> callback,
        Clock clock) {}
