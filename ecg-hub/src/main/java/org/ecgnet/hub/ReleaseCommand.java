package org.ecgnet.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Collectors;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.release.AgentBundle;
import org.ecgnet.hub.release.Shelf;
import org.ecgnet.protocol.release.Release;
import org.ecgnet.protocol.release.ReleaseException;
import org.ecgnet.protocol.release.ReleaseKeys;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ecg-hub release}: new versions of the edge agent. */
@Command(
        name = "release",
        description = "Offer a new version of the edge agent to the clinics, first to few.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ReleaseCommand {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Command(
            name = "key",
            description = "Make the county's key and print its public half, for update.key of every clinic.",
            mixinStandardHelpOptions = true)
    void key(
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            description = "file to write; there must be none")
                    Path out) {
        KeyPair pair = ReleaseKeys.make();
        try {
            Files.createFile(out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(out, ReleaseKeys.text(pair.getPrivate()) + "\n", StandardCharsets.US_ASCII);
        } catch (FileAlreadyExistsException e) {
            throw new ReleaseException(out + " is there already: a second key would not be the clinics'", e);
        } catch (IOException e) {
            throw new ReleaseException("cannot write " + out, e);
        }
        say(ReleaseKeys.text(pair.getPublic()));
        spec.commandLine()
                .getErr()
                .println("keep " + out + " where the hub is not: whoever has it commands every clinic");
    }

    @Command(
            name = "offer",
            description =
                    "Sign a version and lay it on the shelf, hub.data-dir/releases of the hub. Again with a larger share"
                            + " for more clinics.",
            mixinStandardHelpOptions = true)
    void offer(
            @Option(names = "--key", required = true, paramLabel = "FILE", description = "the county's key") Path key,
            @Option(
                            names = "--bundle",
                            required = true,
                            paramLabel = "F.zip",
                            description = "the version, as ./ops/package edge-agent makes it")
                    Path bundle,
            @Option(names = "--shelf", required = true, paramLabel = "D", description = "the folder") Path shelf,
            @Option(
                            names = "--share",
                            defaultValue = "0",
                            paramLabel = "PERCENT",
                            description = "of the clinics, 0 to 100; each larger one holds those of the smaller")
                    int share,
            @Option(
                            names = "--site",
                            paramLabel = "SITE",
                            description = "a clinic that is offered it whatever the share; may be repeated")
                    List<String> sites) {
        try {
            Release release = new Shelf(shelf)
                    .offer(
                            AgentBundle.of(bundle),
                            share,
                            sites == null
                                    ? List.of()
                                    : sites.stream().map(SiteCode::new).toList(),
                            ReleaseKeys.privateKey(Files.readString(key)));
            say("offered: edge-agent " + release.version() + " to " + release.share() + " % of the clinics"
                    + release.sites().stream().map(SiteCode::value).collect(Collectors.joining(", ", " and to: ", "")));
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + key, e);
        } catch (IllegalArgumentException e) {
            throw new ReleaseException(String.valueOf(e.getMessage()), e);
        }
    }

    @Command(
            name = "withdraw",
            description = "Take the offer from the shelf: no further clinic takes it.",
            mixinStandardHelpOptions = true)
    void withdraw(
            @Option(names = "--shelf", required = true, paramLabel = "D", description = "the folder") Path shelf) {
        say(new Shelf(shelf).withdraw() ? "withdrawn" : "there was no offer");
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
