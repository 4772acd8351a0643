package org.ecgnet.hub.paging.run;

import java.util.Map;
import java.util.Optional;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.dispatch.DispatchEvents;
import org.ecgnet.hub.dispatch.DispatchWebhook;
import org.ecgnet.hub.paging.EscalationLadder;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.roster.OnCallRoster;

/**
 * What paging works with, made from the settings.
 *
 * @param hub name of this hub among those on one database
 * @param channels by the names that the roster uses
 * @param dispatch the way to 120; empty when the county has none yet
 * @param caseLink link to a case, with {@code {case}} and {@code {exam}} in it
 */
public record PagingParts(
        String hub,
        EscalationLadder ladder,
        OnCallRoster roster,
        ClinicDirectory clinics,
        Map<String, PageChannel> channels,
        Optional<DispatchWebhook> dispatch,
        DispatchEvents dispatchEvents,
        String caseLink,
        RetrySchedule retries) {

    /** The name under which deliveries to 120 are kept. */
    public static final String DISPATCH_CHANNEL = "120";

    public PagingParts {
        channels = Map.copyOf(channels);
        if (channels.containsKey(DISPATCH_CHANNEL)) {
            throw new IllegalArgumentException("channel '120' (expected: another name; this one is the dispatch's)");
        }
    }

    Clinic clinic(SiteCode site) {
        return clinics.find(site);
    }

    String link(CriticalCase known) {
        return caseLink.replace("{case}", known.id().toString())
                .replace("{exam}", known.examId().toString());
    }
}
