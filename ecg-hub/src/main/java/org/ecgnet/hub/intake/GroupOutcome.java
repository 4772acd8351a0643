package org.ecgnet.hub.intake;

import java.util.List;
import java.util.Set;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.intake.IntakeRepository.SegmentOf;
import org.ecgnet.protocol.uplink.DownlinkMessage;

/**
 * What is to be said and done now that a group is committed.
 *
 * @param replies receipts and refusals
 * @param segments those stored for the first time
 * @param whole exams that have now arrived to the end
 */
record GroupOutcome(List<Reply> replies, List<SegmentOf> segments, List<HubEvent> events, Set<ExamId> whole) {

    GroupOutcome {
        replies = List.copyOf(replies);
        segments = List.copyOf(segments);
        events = List.copyOf(events);
        whole = Set.copyOf(whole);
    }

    /** A message to a site that wants no acknowledgement. */
    record Reply(SiteCode site, DownlinkMessage message) {}
}
