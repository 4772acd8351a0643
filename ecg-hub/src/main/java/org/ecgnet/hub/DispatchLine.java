package org.ecgnet.hub;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecgnet.hub.console.delivery.DeliveryRoutes;
import org.ecgnet.hub.console.delivery.SignatureRoutes;
import org.ecgnet.hub.console.dispatch.DispatchRoutes;
import org.ecgnet.hub.console.dispatch.EcgLinkRoutes;
import org.ecgnet.hub.console.phone.PhoneRoutes;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.delivery.ReplayDesk;
import org.ecgnet.hub.dispatch.DispatchDesk;
import org.ecgnet.hub.dispatch.DispatchSettings;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.paging.run.LiveSecrets;
import org.ecgnet.hub.paging.run.To120;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.store.Database;
import org.ecgnet.settings.StrictSettings;

/** The console's routes of 120, of deliveries and of the on-call cardiologist's telephone. */
final class DispatchLine {

    private DispatchLine() {}

    static List<Routes.Maker> routes(
            Database database,
            HubEvents events,
            StrictSettings settings,
            DispatchSettings dispatch,
            CriticalLine critical) {
        ClinicDirectory clinics = critical.parts().clinics();
        Set<String> channels = new HashSet<>(critical.parts().channels().keySet());
        channels.add(To120.CHANNEL);
        channels.add(To120.DRILL_CHANNEL);
        var desk = new DispatchDesk(database, events);
        var replays = new ReplayDesk(database, events, channels);
        Map<String, List<WebhookSecret>> secrets = LiveSecrets.of(settings);
        return List.of(
                parts -> new DispatchRoutes(parts, desk, dispatch, clinics),
                parts -> new EcgLinkRoutes(parts, dispatch.ecgLinks(), clinics),
                parts -> new DeliveryRoutes(parts, replays, channels),
                parts -> new SignatureRoutes(parts, secrets),
                parts -> new PhoneRoutes(parts, critical.desk(), clinics));
    }
}
