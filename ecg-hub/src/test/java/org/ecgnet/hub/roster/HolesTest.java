package org.ecgnet.hub.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecgnet.hub.roster.Rosters.LI;
import static org.ecgnet.hub.roster.Rosters.MUTE;
import static org.ecgnet.hub.roster.Rosters.WANG;
import static org.ecgnet.hub.roster.Rosters.ZHAO;
import static org.ecgnet.hub.roster.Rosters.at;
import static org.ecgnet.hub.roster.Rosters.shift;

import java.util.List;
import java.util.Set;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.junit.jupiter.api.Test;

class HolesTest {

    private static final Set<String> CHANNELS = Set.of("phone", "chat");

    @Test
    void aSpanWithoutAnybodyIsAHoleFromItsFirstToItsLastMoment() {
        List<Hole> holes = holes(shift(Recipient.TIER_1, WANG, 0, 8), shift(Recipient.TIER_1, LI, 10, 24));

        assertThat(ofTier(holes, Recipient.TIER_1))
                .containsExactly(new Hole(Recipient.TIER_1, at(8), at(10), Hole.Reason.NOBODY, ""));
    }

    @Test
    void shiftsThatMeetLeaveNoHole() {
        assertThat(ofTier(
                        holes(shift(Recipient.TIER_1, WANG, 0, 8), shift(Recipient.TIER_1, LI, 8, 24)),
                        Recipient.TIER_1))
                .isEmpty();
    }

    @Test
    void whoeverCannotBeRungIsAHoleButNotTheReaderAtTheConsole() {
        List<Hole> holes = holes(shift(Recipient.TIER_1, MUTE, 0, 24), shift(Recipient.READER, MUTE, 0, 24));

        assertThat(ofTier(holes, Recipient.TIER_1))
                .containsExactly(new Hole(Recipient.TIER_1, at(0), at(24), Hole.Reason.CANNOT_BE_RUNG, "钱医生"));
        assertThat(ofTier(holes, Recipient.READER)).isEmpty();
    }

    @Test
    void theSamePersonInTwoTiersRunningIsAHole() {
        List<Hole> holes = holes(
                shift(Recipient.TIER_1, WANG, 0, 24),
                shift(Recipient.TIER_2, WANG, 0, 12),
                shift(Recipient.TIER_2, ZHAO, 12, 24));

        assertThat(ofTier(holes, Recipient.TIER_2))
                .containsExactly(new Hole(Recipient.TIER_2, at(0), at(12), Hole.Reason.SAME_PERSON, "王医生"));
    }

    @Test
    void aTierThatOnlyTheSettingsFillHasNoHole() {
        var fixed = new Contact("夜班", Recipient.TIER_1, "phone", "120", Set.of(Urgency.RING), Set.of());
        var roster = new OnCallRoster(List.of(fixed), Rosters.of());

        assertThat(ofTier(new Holes(roster, CHANNELS).between(at(0), at(24)), Recipient.TIER_1))
                .isEmpty();
        assertThat(ofTier(
                        new Holes(roster.with(Rosters.of(shift(Recipient.TIER_1, WANG, 0, 12))), CHANNELS)
                                .between(at(0), at(24)),
                        Recipient.TIER_1))
                .hasSize(1);
    }

    @Test
    void onlyWhatWasNoHoleBeforeIsOpened() {
        List<Hole> before = holes(shift(Recipient.TIER_1, WANG, 0, 8));
        List<Hole> smaller = holes(shift(Recipient.TIER_1, WANG, 0, 12));

        assertThat(Holes.opened(before, smaller)).isEmpty();
        assertThat(Holes.opened(smaller, before))
                .containsExactly(new Hole(Recipient.TIER_1, at(8), at(24), Hole.Reason.NOBODY, ""));
    }

    private static List<Hole> holes(Shift... shifts) {
        return new Holes(new OnCallRoster(List.of(), Rosters.of(shifts)), CHANNELS).between(at(0), at(24));
    }

    private static List<Hole> ofTier(List<Hole> holes, Recipient tier) {
        return holes.stream().filter(hole -> hole.tier() == tier).toList();
    }
}
