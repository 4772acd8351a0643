package org.ecgnet.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.hub.site.TechnicalAlert.Kind;
import org.ecgnet.protocol.uplink.UplinkMessage.UnitStatus;
import org.junit.jupiter.api.Test;

class TechnicalLaneTest {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    private static final SiteCode SITE = new SiteCode("dagou-01");

    @Test
    void aHealthyClinicRaisesNothing() {
        assertThat(alerts(site(90, 2_000, 0, 0), unit(true, 20))).isEmpty();
    }

    @Test
    void aSilentClinicIsNamedAndNothingElseIsSaidOfIt() {
        List<TechnicalAlert> alerts = alerts(site(91, 60_000, 5, 3_600), unit(true, 3, Lead.V3));

        assertThat(alerts).extracting(TechnicalAlert::kind).containsExactly(Kind.SITE_SILENT);
    }

    @Test
    void theClockMayBeTwoSecondsOffEitherWay() {
        assertThat(alerts(site(10, -2_000, 0, 0))).isEmpty();
        assertThat(alerts(site(10, -2_001, 0, 0)))
                .extracting(TechnicalAlert::kind)
                .containsExactly(Kind.CLOCK_OFF);
    }

    @Test
    void aQueueCountsByTheClinicsOwnClock() {
        assertThat(alerts(site(10, 0, 3, 120))).isEmpty();
        assertThat(alerts(site(10, 0, 3, 121))).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.QUEUE);
            assertThat(alert.value()).contains("3");
        });
        // Held back for 119 s, by a clock that is a second behind and says 120.
        assertThat(alerts(site(10, -1_000, 3, 121))).isEmpty();
    }

    @Test
    void batteryAndElectrodesAreToldOfAUnitThatIsThere() {
        assertThat(alerts(site(10, 0, 0, 0), unit(true, 19, Lead.V3, Lead.AVR)))
                .extracting(TechnicalAlert::kind, alert -> alert.value().orElseThrow())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.BATTERY_LOW, "19"),
                        org.assertj.core.groups.Tuple.tuple(Kind.ELECTRODES_OFF, "V3 aVR"));
        assertThat(alerts(site(10, 0, 0, 0), unit(false, 19, Lead.V3)))
                .extracting(TechnicalAlert::kind)
                .containsExactly(Kind.UNIT_GONE);
    }

    @Test
    void aClinicThatWasNeverHeardIsNoAlert() {
        var known = new Site(SITE, "大沟", Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty());

        assertThat(TechnicalLane.DEFAULT.of(List.of(known), List.of(), NOW)).isEmpty();
    }

    private static List<TechnicalAlert> alerts(Site site, UnitReport... units) {
        return TechnicalLane.DEFAULT.of(List.of(site), List.of(units), NOW);
    }

    private static Site site(int heardSecondsAgo, int aheadMillis, int queued, int oldestSecondsAgo) {
        return new Site(
                SITE,
                "大沟村卫生室",
                Optional.of(NOW.minusSeconds(heardSecondsAgo)),
                Optional.of(Duration.ofMillis(aheadMillis)),
                Optional.of("1.0"),
                queued,
                queued == 0 ? Optional.empty() : Optional.of(NOW.minusSeconds(oldestSecondsAgo)));
    }

    private static UnitReport unit(boolean connected, int battery, Lead... off) {
        Instant heard = NOW.minusSeconds(5);
        return new UnitReport(
                SITE,
                new UnitStatus(
                        new UnitId("unit-1"), "reference-12", connected, OptionalInt.of(battery), List.of(off), heard),
                heard);
    }
}
