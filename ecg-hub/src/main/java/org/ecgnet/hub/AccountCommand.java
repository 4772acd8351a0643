package org.ecgnet.hub;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.AccountBook;
import org.ecgnet.hub.identity.AccountRepository;
import org.ecgnet.hub.identity.PasswordHasher;
import org.ecgnet.hub.identity.Role;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.site.SiteRepository;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code ecg-hub account}: who may log in at the console. Works beside a running hub. */
@Command(
        name = "account",
        description = "Who may log in at the console.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = TotpCommand.class)
final class AccountCommand {

    private static final String ACTOR = "ecg-hub account";

    private final Clock clock = Clock.systemUTC();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Command(
            name = "add",
            description = "Make an account. The password is asked for, or is the first line of standard input.",
            mixinStandardHelpOptions = true)
    void add(
            @Parameters(paramLabel = "NAME", description = "2 to 40 of a-z, 0-9, ., -, _") String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "R",
                            description = "one of ${COMPLETION-CANDIDATES}, in capitals or not; may be repeated")
                    List<Role> roles,
            @Option(
                            names = "--site",
                            paramLabel = "S",
                            defaultValue = "",
                            description = "for SITE_STAFF: a clinic whose exams they see; may be repeated")
                    List<String> sites,
            @Option(
                            names = "--display-name",
                            paramLabel = "N",
                            defaultValue = "",
                            description = "as the register shows it")
                    String displayName,
            @Option(names = "--config", required = true, paramLabel = "FILE", description = "the hub's settings")
                    Path config) {
        char[] password = password();
        try (CommandDatabase database = CommandDatabase.open(HubSettings.load(config))) {
            boolean added = book(database)
                    .add(
                            name,
                            displayName.isBlank() ? name : displayName,
                            password,
                            EnumSet.copyOf(roles),
                            codes(sites),
                            ACTOR,
                            clock.instant());
            if (!added) {
                throw refused(
                        "there is an account " + name + " already: 'ecg-hub account password' changes its password");
            }
            say("account " + name + " added");
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    @Command(
            name = "password",
            description = "Give an account another password and end its sessions.",
            mixinStandardHelpOptions = true)
    void password(
            @Parameters(paramLabel = "NAME", description = "the account") String name,
            @Option(names = "--config", required = true, paramLabel = "FILE", description = "the hub's settings")
                    Path config) {
        char[] password = password();
        try (CommandDatabase database = CommandDatabase.open(HubSettings.load(config))) {
            if (!book(database).changePassword(name, password, ACTOR, clock.instant())) {
                throw refused("there is no account " + name);
            }
            say("password of " + name + " changed");
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    @Command(name = "list", description = "List the accounts.", mixinStandardHelpOptions = true)
    void list(
            @Option(names = "--config", required = true, paramLabel = "FILE", description = "the hub's settings")
                    Path config) {
        try (CommandDatabase database = CommandDatabase.open(HubSettings.load(config))) {
            List<Account> accounts = database.database()
                    .inTransaction(transaction ->
                            transaction.repository(AccountRepository.class).all());
            accounts.forEach(account -> say(account.name() + "\t" + account.displayName() + "\t"
                    + account.roles().stream().sorted().toList()
                    + (account.sites().isEmpty() ? "" : "\t" + account.scope())
                    + (account.disabled() ? "\tdisabled" : "")));
        }
    }

    @Command(name = "sites", description = "List the sites that the hub knows.", mixinStandardHelpOptions = true)
    void sites(
            @Option(names = "--config", required = true, paramLabel = "FILE", description = "the hub's settings")
                    Path config) {
        try (CommandDatabase database = CommandDatabase.open(HubSettings.load(config))) {
            database.database()
                    .inTransaction(transaction ->
                            transaction.repository(SiteRepository.class).all(Scope.COUNTY))
                    .forEach(site -> say(site.code().value()));
        }
    }

    private static Set<SiteCode> codes(List<String> sites) {
        return sites.stream().filter(site -> !site.isBlank()).map(SiteCode::new).collect(Collectors.toSet());
    }

    private static AccountBook book(CommandDatabase database) {
        return new AccountBook(database.database(), PasswordHasher.recommended(new SecureRandom()));
    }

    /** From JDK 22 on the console is always there, and reads redirected input too. */
    @SuppressWarnings("SystemConsoleNull")
    private static char[] password() {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("password: ");
            return typed == null ? new char[0] : typed;
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? new char[0] : line.toCharArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the password from standard input", e);
        }
    }

    private ParameterException refused(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
