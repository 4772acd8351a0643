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
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.paging.CountyLadder;
import org.ecgnet.hub.paging.EscalationLadder;
import org.ecgnet.hub.paging.LadderTimes;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.junit.jupiter.api.Test;

class WhoNowTest {

    private static final EscalationLadder LADDER = CountyLadder.of(LadderTimes.DEFAULT);
    private static final SiteCode SITE = new SiteCode("linhe-01");
    private static final Set<String> CHANNELS = Set.of("phone", "chat");
    private static final Contact GENERAL_DUTY =
            new Contact("总值班", Recipient.TIER_3, "phone", "0912-5550000", Set.of(Urgency.PUSH, Urgency.RING), Set.of());
    private static final OnCallRoster FULL = roster(
            shift(Recipient.READER, MUTE, 0, 24),
            shift(Recipient.TIER_1, WANG, 0, 12),
            shift(Recipient.TIER_2, LI, 0, 24),
            shift(Recipient.TIER_3, ZHAO, 0, 24));

    @Test
    void everyRungNamesItsPeopleTheirChannelAndAMaskedAddress() {
        assertThat(line(FULL, 1, "tier-1-ring").called())
                .containsExactly(new WhoNow.Called("王医生", Recipient.TIER_1, "phone", "138****5678", true));
        assertThat(line(FULL, 1, "tier-1-push").called())
                .extracting(WhoNow.Called::channel)
                .containsExactly("chat");
        assertThat(line(FULL, 1, "reader-push").called())
                .extracting(WhoNow.Called::name)
                .containsExactly("钱医生");
        assertThat(WhoNow.of(LADDER, FULL, SITE, at(1), CHANNELS).lines())
                .extracting(WhoNow.Line::rung)
                .contains("tier-2-ring", "tier-3-ring", "clinic-call", "township-call")
                .doesNotContain("dispatch", "dispatch-script", "clinic-screen");
    }

    @Test
    void aHoleIsNamedAndTheNextTierStandsIn() {
        WhoNow.Line line = line(FULL, 13, "tier-1-ring");

        assertThat(line.gaps()).containsExactly(new Call.Gap(Recipient.TIER_1, Call.Why.NOBODY_ON_DUTY));
        assertThat(line.called()).extracting(WhoNow.Called::name).containsExactly("李医生");
    }

    @Test
    void theFixedContactsOfATierStandBehindItsShift() {
        OnCallRoster roster = new OnCallRoster(List.of(GENERAL_DUTY), Rosters.of());

        assertThat(line(roster, 1, "tier-3-ring").called())
                .extracting(WhoNow.Called::name)
                .containsExactly("总值班");
        assertThat(line(roster, 1, "tier-3-ring").gaps()).isEmpty();
        assertThat(line(roster, 1, "tier-1-ring").called())
                .extracting(WhoNow.Called::name)
                .containsExactly("总值班");
    }

    @Test
    void somebodyWhoCannotBeRungIsToldAndTheNextIsRung() {
        OnCallRoster roster = roster(shift(Recipient.TIER_1, MUTE, 0, 12), shift(Recipient.TIER_2, LI, 0, 12));

        WhoNow.Line line = line(roster, 1, "tier-1-ring");

        assertThat(line.called())
                .extracting(called -> called.name() + " " + called.loudEnough())
                .containsExactly("钱医生 false", "李医生 true");
        assertThat(line.gaps()).contains(new Call.Gap(Recipient.TIER_1, Call.Why.NOT_SO_LOUD));
    }

    @Test
    void aChannelOutOfUseIsAGap() {
        WhoNow who = WhoNow.of(LADDER, FULL, SITE, at(1), Set.of("chat"));

        assertThat(find(who, "tier-2-ring").gaps())
                .contains(new Call.Gap(Recipient.TIER_2, Call.Why.CHANNEL_OUT_OF_USE));
    }

    @Test
    void nobodyAtAllIsAnEmptyRung() {
        WhoNow.Line line = line(new OnCallRoster(List.of()), 1, "tier-1-ring");

        assertThat(line.called()).isEmpty();
        assertThat(line.gaps())
                .extracting(Call.Gap::tier)
                .containsExactly(Recipient.TIER_1, Recipient.TIER_2, Recipient.TIER_3);
    }

    @Test
    void theReaderIsNeverStoodInForAndStandsInForNobody() {
        OnCallRoster roster = roster(shift(Recipient.READER, WANG, 0, 12));

        assertThat(line(roster, 1, "tier-1-ring").called()).isEmpty();
        assertThat(line(FULL, 30, "reader-push").called()).isEmpty();
    }

    @Test
    void addressesAreMasked() {
        assertThat(AddressMask.of("13812345678")).isEqualTo("138****5678");
        assertThat(AddressMask.of("wang@hospital.example")).isEqualTo("w***@hospital.example");
        assertThat(AddressMask.of("wang")).isEqualTo("w***");
        assertThat(AddressMask.of("")).isEmpty();
    }

    private static OnCallRoster roster(Shift... shifts) {
        return new OnCallRoster(List.of(), Rosters.of(shifts));
    }

    private static WhoNow.Line line(OnCallRoster roster, int hour, String rung) {
        return find(WhoNow.of(LADDER, roster, SITE, at(hour), CHANNELS), rung);
    }

    private static WhoNow.Line find(WhoNow who, String rung) {
        return who.lines().stream()
                .filter(line -> line.rung().equals(rung))
                .findFirst()
                .orElseThrow();
    }
}
