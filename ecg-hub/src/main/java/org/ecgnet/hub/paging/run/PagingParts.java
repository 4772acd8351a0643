package org.ecgnet.hub.paging.run;

import java.util.Map;
import java.util.Set;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.paging.EscalationLadder;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.roster.OnCallRoster;

/**
 * What paging works with, made from the settings.
 *
 * @param hub name of this hub among those on one database
 * @param roster the county's fixed contacts; shifts come from the database
 * @param channels by the names that the roster uses
 * @param caseLink link to a case, with {@code {case}} and {@code {exam}} in it
 */
public record PagingParts(
        String hub,
        EscalationLadder ladder,
        OnCallRoster roster,
        ClinicDirectory clinics,
        Map<String, PageChannel> channels,
        To120 to120,
        String caseLink,
        RetrySchedule retries,
        Vigilance vigilance) {

    private static final Set<String> TAKEN = Set.of(To120.CHANNEL, To120.DRILL_CHANNEL);

    public PagingParts {
        channels = Map.copyOf(channels);
        for (String taken : TAKEN) {
            if (channels.containsKey(taken)) {
                throw new IllegalArgumentException(
                        "channel '" + taken + "' (expected: another name; this one is the dispatch's)");
            }
        }
    }

    Clinic clinic(SiteCode site) {
        return clinics.find(site);
    }

    String link(CriticalCase known) {
        return caseLink.replace("{case}", known.id().toString())
                .replace("{exam}", known.examId().toString());
    }

    /** Link to the worklist: that of cases up to its fragment. */
    String worklistLink() {
        int fragment = caseLink.indexOf('#');
        return fragment < 0 ? caseLink.replaceAll("\\{.*", "") : caseLink.substring(0, fragment) + "#/";
    }
}
