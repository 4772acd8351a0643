package org.ecgnet.hub.console;

import java.time.Clock;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.identity.SignIn;
import org.ecgnet.hub.store.Database;

/** What the console stands on. */
public record ConsoleServices(Database database, HubEvents events, SignIn signIn, Clock clock) {}
