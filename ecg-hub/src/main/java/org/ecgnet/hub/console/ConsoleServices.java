package org.ecgnet.hub.console;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.dispatch.DispatchCallback;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.identity.SignIn;
import org.ecgnet.hub.report.ReportPolicy;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.worklist.WorklistSettings;

/**
 * What the console stands on.
 *
 * @param callback takes 120's answers; empty when the county has no webhook there
 * @param reports the county's choices about reports: what a reader is shown before he has written his own
 * @param more routes of the rooms that only some hubs have or that are made with services of their own
 */
public record ConsoleServices(
        Database database,
        HubEvents events,
        SignIn signIn,
        CriticalDesk desk,
        WorklistSettings worklist,
        Optional<DispatchCallback> callback,
        ReportPolicy reports,
        List<Routes.Maker> more,
        Clock clock) {

    public ConsoleServices {
        more = List.copyOf(more);
    }

    /** A console with the usual goals that shows everything at once. */
    public ConsoleServices(
            Database database,
            HubEvents events,
            SignIn signIn,
            CriticalDesk desk,
            Optional<DispatchCallback> callback,
            List<Routes.Maker> more,
            Clock clock) {
        this(database, events, signIn, desk, WorklistSettings.DEFAULT, callback, ReportPolicy.DEFAULT, more, clock);
    }
}
