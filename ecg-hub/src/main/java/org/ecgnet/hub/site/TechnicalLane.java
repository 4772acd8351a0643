package org.ecgnet.hub.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Lead;
import org.ecgnet.protocol.uplink.UplinkMessage.UnitStatus;

/**
 * What is wrong with clinics and their units, apart from the lane of patients.
 *
 * @param silentAfter without a heartbeat a clinic counts as off line
 * @param clockOff more than this between a clinic's clock and the hub's
 * @param oldestQueued a clinic on line that has held something back for longer
 * @param lowBatteryPercent of a unit
 */
public record TechnicalLane(Duration silentAfter, Duration clockOff, Duration oldestQueued, int lowBatteryPercent) {

    /** 90 s without a heartbeat, a clock 2 s off, a queue of 2 minutes, a battery below 20 %. */
    public static final TechnicalLane DEFAULT =
            new TechnicalLane(Duration.ofSeconds(90), Duration.ofSeconds(2), Duration.ofMinutes(2), 20);

    /** @return worst kind first, then by site */
    public List<TechnicalAlert> of(List<Site> sites, List<UnitReport> units, Instant now) {
        List<TechnicalAlert> alerts = new ArrayList<>();
        for (Site site : sites) {
            if (site.heardAt().isEmpty()) {
                continue; // known by name only: nothing has ever run there
            }
            Instant heard = site.heardAt().get();
            if (heard.isBefore(now.minus(silentAfter))) {
                alerts.add(alert(site, TechnicalAlert.Kind.SITE_SILENT, Optional.empty(), heard));
                continue;
            }
            clinic(site, heard, now, alerts);
            units.stream().filter(unit -> unit.site().equals(site.code())).forEach(unit -> unit(site, unit, alerts));
        }
        alerts.sort(Comparator.comparing(TechnicalAlert::kind)
                .thenComparing(alert -> alert.site().value()));
        return List.copyOf(alerts);
    }

    private void clinic(Site site, Instant heard, Instant now, List<TechnicalAlert> alerts) {
        Duration ahead = site.clockAhead().orElse(Duration.ZERO);
        // The oldest item's time is the clinic's own.
        boolean stuck = site.oldestQueuedAt()
                .map(at -> at.minus(ahead))
                .filter(at -> at.isBefore(now.minus(oldestQueued)))
                .isPresent();
        if (site.queuedItems() > 0 && stuck) {
            alerts.add(alert(site, TechnicalAlert.Kind.QUEUE, Optional.of(String.valueOf(site.queuedItems())), heard));
        }
        if (ahead.abs().compareTo(clockOff) > 0) {
            alerts.add(
                    alert(site, TechnicalAlert.Kind.CLOCK_OFF, Optional.of(String.valueOf(ahead.toSeconds())), heard));
        }
    }

    private void unit(Site site, UnitReport report, List<TechnicalAlert> alerts) {
        UnitStatus status = report.status();
        if (!status.connected()) {
            alerts.add(alert(site, report, TechnicalAlert.Kind.UNIT_GONE, Optional.empty()));
            return;
        }
        if (status.batteryPercent().isPresent() && status.batteryPercent().getAsInt() < lowBatteryPercent) {
            alerts.add(alert(
                    site,
                    report,
                    TechnicalAlert.Kind.BATTERY_LOW,
                    Optional.of(String.valueOf(status.batteryPercent().getAsInt()))));
        }
        if (!status.leadsOff().isEmpty()) {
            String leads = status.leadsOff().stream().map(Lead::label).collect(Collectors.joining(" "));
            alerts.add(alert(site, report, TechnicalAlert.Kind.ELECTRODES_OFF, Optional.of(leads)));
        }
    }

    private static TechnicalAlert alert(Site site, TechnicalAlert.Kind kind, Optional<String> value, Instant heard) {
        return new TechnicalAlert(kind, site.code(), site.name(), Optional.empty(), value, heard);
    }

    private static TechnicalAlert alert(
            Site site, UnitReport report, TechnicalAlert.Kind kind, Optional<String> value) {
        return new TechnicalAlert(
                kind, site.code(), site.name(), Optional.of(report.status().unit()), value, report.receivedAt());
    }
}
