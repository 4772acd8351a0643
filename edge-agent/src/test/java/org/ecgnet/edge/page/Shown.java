package org.ecgnet.edge.page;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.edge.electrode.Contact;
import org.ecgnet.edge.electrode.LeadLight;
import org.ecgnet.edge.electrode.PlacementDoubt;
import org.ecgnet.edge.electrode.Site;
import org.ecgnet.edge.page.DeskState.RecordingNow;
import org.ecgnet.edge.store.Backlog;
import org.ecgnet.edge.store.DiskState;
import org.ecgnet.edge.uplink.HubState;
import org.ecgnet.triage.quality.LeadTrouble;

/** States and contacts as the page gets them. */
final class Shown {

    private Shown() {}

    private static DeskState with(
            DeskState state, Optional<RecordingNow> recording, HubState hub, Backlog backlog, DiskState disk) {
        return new DeskState(
                state.site(),
                state.version(),
                state.now(),
                state.unit(),
                recording,
                hub,
                backlog,
                disk,
                state.alarm(),
                state.failure(),
                state.cutShort(),
                state.storeProblem());
    }

    static DeskState offline(DeskState state) {
        HubState down = new HubState(
                false, FakeDesk.NOW, Optional.of("cannot reach the hub"), Optional.empty(), Optional.empty());
        return with(
                state,
                Optional.empty(),
                down,
                new Backlog(36, 3, 0, Optional.of(FakeDesk.NOW)),
                FakeDesk.disk(DiskState.Room.OK));
    }

    static DeskState recording(DeskState state, int samples) {
        return with(
                state,
                Optional.of(new RecordingNow(ExamId.of(FakeDesk.NOW, 1, 1), 10, samples, 500)),
                state.hub(),
                state.backlog(),
                state.disk());
    }

    static DeskState alarmed(DeskState state, DeskState.Alarm alarm) {
        return with(state, Optional.of(alarm), Optional.empty());
    }

    static DeskState cutShort(DeskState state, ExamId exam) {
        return with(state, Optional.empty(), Optional.of(exam));
    }

    private static DeskState with(DeskState state, Optional<DeskState.Alarm> alarm, Optional<ExamId> cutShort) {
        return new DeskState(
                state.site(),
                state.version(),
                state.now(),
                state.unit(),
                state.recording(),
                state.hub(),
                state.backlog(),
                state.disk(),
                alarm,
                state.failure(),
                cutShort,
                state.storeProblem());
    }

    static Contact good() {
        List<LeadLight> lights = Lead.STANDARD_12.stream()
                .map(lead -> new LeadLight(lead, LeadLight.Colour.GREEN, Optional.empty()))
                .toList();
        return new Contact(lights, Set.of(Site.values()), true, Optional.empty());
    }

    static Contact armsExchanged() {
        return good().with(Optional.of(
                new PlacementDoubt("右臂(RA)与左臂(LA)", "right arm (RA) and left arm (LA)", Set.of(Site.RA, Site.LA))));
    }

    static Contact without(Lead lead, Site site) {
        List<LeadLight> lights = Lead.STANDARD_12.stream()
                .map(one -> one == lead
                        ? new LeadLight(one, LeadLight.Colour.RED, Optional.of(LeadTrouble.ELECTRODE_OFF))
                        : new LeadLight(one, LeadLight.Colour.GREEN, Optional.empty()))
                .toList();
        Set<Site> on = EnumSet.allOf(Site.class);
        on.remove(site);
        return new Contact(lights, on, false, Optional.empty());
    }
}
