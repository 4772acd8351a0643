package org.ecgnet.edge.doctor;

import static org.ecgnet.edge.doctor.Diagnosis.Subject.CERTIFICATE;
import static org.ecgnet.edge.doctor.Diagnosis.Subject.HUB;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.edge.uplink.HubProbe;
import org.ecgnet.edge.uplink.HubSettings;
import org.ecgnet.edge.uplink.SiteCertificate;
import org.ecgnet.edge.uplink.UplinkException;

/** The site's certificate, and the way to the hub. */
final class LineCheck implements Check {

    private static final Duration SOON = Duration.ofDays(30);
    private static final String NEW_ONE =
            "have the county make a new one ('ecg-hub ca issue SITE') and put it into hub.keystore";

    @Override
    public List<Diagnosis> look(Installation installation, Instant now) {
        HubSettings hub = installation.hub();
        Diagnosis certificate;
        try {
            certificate = certificate(installation, now);
        } catch (UplinkException e) {
            return List.of(Diagnosis.fail(
                    CERTIFICATE,
                    hub.keyStore() + " does not open with its password",
                    "set hub.keystore-password-file to the .password file that came with it, or " + NEW_ONE));
        }
        return List.of(certificate, hub(hub));
    }

    private static Diagnosis certificate(Installation installation, Instant now) {
        Optional<SiteCertificate> found = SiteCertificate.of(installation.hub());
        if (found.isEmpty()) {
            return Diagnosis.fail(CERTIFICATE, installation.hub().keyStore() + " holds no key", NEW_ONE);
        }
        SiteCertificate certificate = found.get();
        if (!certificate.site().equals(installation.site().value())) {
            return Diagnosis.fail(
                    CERTIFICATE,
                    "it is of site '" + certificate.site() + "', but this is '"
                            + installation.site().value() + "'",
                    "set 'site' to the certificate's, or " + NEW_ONE);
        }
        if (now.isBefore(certificate.from())) {
            return Diagnosis.fail(
                    CERTIFICATE, "it is good from " + certificate.from() + " on only", "set this computer's clock");
        }
        if (now.isAfter(certificate.until())) {
            return Diagnosis.fail(CERTIFICATE, "it has expired on " + certificate.until(), NEW_ONE);
        }
        return now.plus(SOON).isAfter(certificate.until())
                ? Diagnosis.warn(CERTIFICATE, "it expires on " + certificate.until(), NEW_ONE)
                : Diagnosis.ok(CERTIFICATE, "good until " + certificate.until());
    }

    private static Diagnosis hub(HubSettings hub) {
        String place = hub.host() + ":" + hub.port();
        return switch (HubProbe.ask(hub)) {
            case TRUSTED -> Diagnosis.ok(HUB, place + " answers and takes this site's certificate");
            case NO_SUCH_NAME ->
                Diagnosis.fail(
                        HUB,
                        "no computer named " + hub.host() + " is known on this network",
                        "look at hub.host, at the network's cable and at its name server (DNS)");
            case UNREACHABLE ->
                Diagnosis.fail(
                        HUB,
                        place + " does not answer",
                        "look at hub.port, at the line and at firewalls between; recordings wait here meanwhile");
            case NOT_THE_COUNTYS ->
                Diagnosis.fail(
                        HUB,
                        "what answers at " + place + " is not the county's hub by that name",
                        "look at hub.host; if the county made a new authority, " + NEW_ONE);
            case SITE_REFUSED ->
                Diagnosis.fail(HUB, place + " does not take this site's certificate: it may be revoked", NEW_ONE);
        };
    }
}
