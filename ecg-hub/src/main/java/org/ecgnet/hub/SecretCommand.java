package org.ecgnet.hub;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.paging.run.LiveSecrets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Secrets of webhooks: making one, and seeing which are live without seeing them. */
@Command(
        name = "secret",
        description = "Make a webhook secret, or list the live ones by their fingerprints.",
        mixinStandardHelpOptions = true,
        subcommands = {SecretCommand.Fresh.class, SecretCommand.Live.class})
final class SecretCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what: new or live");
    }

    /** A new one, alone on standard output; what to do with it on standard error. */
    @Command(
            name = "new",
            description = "Print a new secret, and how to exchange one without losing a message.",
            mixinStandardHelpOptions = true)
    static final class Fresh implements Runnable {

        private static final String STEPS =
                """
                To exchange a secret without a gap:
                 1. Put the new one first, the old one second: secrets = [NEW, OLD]. Start the hub again: it signs every
                    message with both.
                 2. Give the new one to the receiver, by a way that is not this webhook. Compare fingerprints: %s.
                 3. When the receiver takes the new one, take the old one out: secrets = [NEW]. Start the hub again.
                For dispatch.callback-secrets the same: the hub takes answers signed with either.
                """;

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Override
        public void run() {
            String secret = WebhookSecret.fresh(new SecureRandom());
            spec.commandLine().getOut().println(secret);
            PrintWriter notes = spec.commandLine().getErr();
            notes.print(STEPS.formatted(WebhookSecret.parse(secret).fingerprint()));
            notes.flush();
        }
    }

    /** Names and fingerprints. */
    @Command(
            name = "live",
            description = "List the live secrets of a settings file by their fingerprints.",
            mixinStandardHelpOptions = true)
    static final class Live implements Runnable {

        @Option(names = "--config", required = true, paramLabel = "FILE", description = "the settings (HOCON)")
        private Path config = Path.of("ecg-hub.conf");

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Override
        public void run() {
            PrintWriter out = spec.commandLine().getOut();
            new TreeMap<>(LiveSecrets.of(HubSettings.load(config).all()))
                    .forEach((name, live) -> out.println(name + ": "
                            + live.stream().map(WebhookSecret::fingerprint).collect(Collectors.joining(" "))));
        }
    }
}
