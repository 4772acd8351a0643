package org.ecgnet.hub;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.ca.AuthorityException;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.hub.ca.Enrolments;
import org.ecgnet.hub.ca.IssuedCertificate;
import org.ecgnet.protocol.enrolment.EnrolmentCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ecg-hub ca}: the county's certificate authority. */
@Command(
        name = "ca",
        description = "The county's certificate authority.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class CaCommand {

    private final Clock clock = Clock.systemUTC();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Command(
            name = "init",
            description = "Make a new authority and the hub's certificates.",
            mixinStandardHelpOptions = true)
    void init(
            @Option(names = "--dir", required = true, paramLabel = "D", description = "its folder") Path folder,
            @Option(
                            names = "--name",
                            paramLabel = "HOST",
                            description = "a host name or address of the hub, beside localhost; may be repeated")
                    List<String> names) {
        CountyAuthority.init(folder, names == null ? List.of() : new ArrayList<>(names), clock.instant());
        say("authority made in " + folder + ": keep ca.p12 and its password where the hub is not");
    }

    @Command(
            name = "issue",
            description = "Make a site's certificate: a PKCS12 key store that is its trust store too.",
            mixinStandardHelpOptions = true)
    void issue(
            @Parameters(paramLabel = "SITE", description = "the site's code") String site,
            @Option(names = "--dir", required = true, paramLabel = "D", description = "the authority") Path folder,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "F.p12",
                            description = "file to write; its password goes to F.p12.password")
                    Path out) {
        IssuedCertificate issued = CountyAuthority.open(folder).issue(site(site), out, clock.instant());
        say("certificate of " + issued.name() + ", serial " + issued.serial().toString(16) + ", good until "
                + issued.notAfter() + ": " + out);
    }

    @Command(
            name = "enrol",
            description =
                    "Make a site's certificate and a code by which its computer gets it from the hub, once, within a"
                            + " week: edge-agent enrol. On the hub's machine.",
            mixinStandardHelpOptions = true)
    void enrol(
            @Parameters(paramLabel = "SITE", description = "the site's code") String site,
            @Option(
                            names = "--config",
                            required = true,
                            paramLabel = "FILE",
                            description = "the hub's settings (HOCON)")
                    Path config,
            @Option(
                            names = "--dir",
                            paramLabel = "D",
                            description = "the authority, when it is not where the hub's settings say")
                    Optional<Path> folder) {
        HubSettings settings = HubSettings.load(config);
        CountyAuthority authority =
                CountyAuthority.open(folder.orElse(settings.broker().authority()));
        EnrolmentCode code = new Enrolments(settings.dataFolder()).prepare(authority, site(site), clock.instant());
        say(code.typed());
        say("good once, for " + Enrolments.GOOD_FOR.toDays() + " days; on the clinic's computer: edge-agent enrol --hub"
                + " https://HUB:PORT --code " + code.typed());
    }

    @Command(name = "list", description = "List what was issued.", mixinStandardHelpOptions = true)
    void list(@Option(names = "--dir", required = true, paramLabel = "D", description = "the authority") Path folder) {
        Instant now = clock.instant();
        for (IssuedCertificate issued : CountyAuthority.open(folder).issued()) {
            String state = issued.revokedAt()
                    .map(at -> "revoked " + at)
                    .orElse(issued.notAfter().isBefore(now) ? "expired" : "good");
            say(issued.serial().toString(16) + "\t" + issued.name() + "\t" + issued.notAfter() + "\t" + state);
        }
    }

    @Command(
            name = "revoke",
            description = "Take back a site's certificates: refused from its next connection on.",
            mixinStandardHelpOptions = true)
    void revoke(
            @Parameters(paramLabel = "SITE", description = "the site's code") String site,
            @Option(names = "--dir", required = true, paramLabel = "D", description = "the authority") Path folder) {
        int count =
                CountyAuthority.open(folder).revoke(site(site), clock.instant()).size();
        say(count + " certificates of " + site + " revoked");
    }

    private static SiteCode site(String code) {
        try {
            return new SiteCode(code);
        } catch (IllegalArgumentException e) {
            throw new AuthorityException(String.valueOf(e.getMessage()), e);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
