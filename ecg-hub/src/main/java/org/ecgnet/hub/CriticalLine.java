package org.ecgnet.hub;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.critical.CaseOpener;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.dispatch.DispatchCallback;
import org.ecgnet.hub.dispatch.EcgLinks;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.paging.run.PagingParts;
import org.ecgnet.hub.paging.run.PagingRun;
import org.ecgnet.hub.paging.run.PagingSettings;
import org.ecgnet.hub.store.Database;
import org.ecgnet.settings.StrictSettings;

/**
 * What a red reading sets going.
 *
 * @param opener opens cases in the transaction of the reading
 * @param desk what people do about them
 * @param callback takes 120's answers; empty when the settings have no secret for them
 * @param parts what paging works with
 * @param run pages, and repeats
 */
record CriticalLine(
        CaseOpener opener, CriticalDesk desk, Optional<DispatchCallback> callback, PagingParts parts, PagingRun run)
        implements AutoCloseable {

    /**
     * Starts paging, and takes up what an earlier run left.
     *
     * @param ecgLinks that 120 is sent
     */
    static CriticalLine start(
            Database database, HubEvents events, StrictSettings settings, EcgLinks ecgLinks, Clock clock) {
        CasePolicy policy = PagingSettings.casePolicy(settings);
        PagingParts parts = PagingSettings.parts(settings, Optional.of(ecgLinks));
        List<WebhookSecret> secrets = PagingSettings.callbackSecrets(settings);
        return new CriticalLine(
                new CaseOpener(policy),
                new CriticalDesk(database, events, policy),
                secrets.isEmpty() ? Optional.empty() : Optional.of(new DispatchCallback(database, events, secrets)),
                parts,
                PagingRun.start(database, events, parts, clock));
    }

    @Override
    public void close() {
        run.close();
    }
}
