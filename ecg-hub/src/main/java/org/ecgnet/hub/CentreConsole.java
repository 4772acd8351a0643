package org.ecgnet.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.hub.ca.KeyFile;
import org.ecgnet.hub.console.ConsoleServer;
import org.ecgnet.hub.console.ConsoleServices;
import org.ecgnet.hub.console.ConsoleSettings;
import org.ecgnet.hub.console.TlsKey;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.dispatch.DispatchCallback;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.identity.AccountBook;
import org.ecgnet.hub.identity.LoginThrottle;
import org.ecgnet.hub.identity.PasswordHasher;
import org.ecgnet.hub.identity.Role;
import org.ecgnet.hub.identity.SecondFactorPolicy;
import org.ecgnet.hub.identity.SecondFactors;
import org.ecgnet.hub.identity.SessionToken;
import org.ecgnet.hub.identity.SignIn;
import org.ecgnet.hub.identity.factor.FactorKey;
import org.ecgnet.hub.report.ReportPolicy;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.worklist.WorklistSettings;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;

/** The console as the hub starts it. */
record CentreConsole(ConsoleServer server, String url) implements AutoCloseable {

    private static final String DEMO = "demo";
    private static final String DEMO_120 = "demo-120";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /**
     * @param all the hub's settings
     * @param dataFolder where the hub keeps a key of its own
     * @param authority folder of the county's certificate authority
     * @param more routes that are made with services of other rooms
     * @throws org.ecgnet.hub.console.ConsoleException when it cannot listen
     */
    static CentreConsole start(
            StrictSettings all,
            Path dataFolder,
            Path authority,
            Database database,
            HubEvents events,
            CriticalDesk desk,
            Optional<DispatchCallback> callback,
            ReportPolicy reports,
            List<Routes.Maker> more,
            Clock clock) {
        StrictSettings group = all.group("console");
        ConsoleSettings settings = ConsoleSettings.from(group);
        String own = group.text("key-store");
        KeyFile key = new KeyFile(own.isEmpty() ? authority.resolve("hub-server.p12") : Path.of(own));
        var random = new SecureRandom();
        PasswordHasher hasher = PasswordHasher.recommended(random);
        settings.demoAccountFile()
                .ifPresent(file -> demoAccounts(new AccountBook(database, hasher), file, random, clock));
        var signIn = new SignIn(
                database,
                hasher,
                LoginThrottle.DEFAULT,
                settings.session(),
                secondFactors(group, dataFolder, random),
                random);
        ConsoleServer server = ConsoleServer.start(
                settings,
                new TlsKey(key.path(), key.password()),
                new ConsoleServices(
                        database,
                        events,
                        signIn,
                        desk,
                        WorklistSettings.from(all.group("worklist")),
                        callback,
                        reports,
                        more,
                        clock));
        String host = settings.host().equals("127.0.0.1") ? "localhost" : settings.host();
        return new CentreConsole(server, "https://" + host + ":" + server.port() + "/");
    }

    private static SecondFactors secondFactors(StrictSettings console, Path dataFolder, SecureRandom random) {
        String file = console.text("second-factor-key");
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : console.texts("second-factor-roles")) {
            try {
                roles.add(Role.valueOf(role.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new SettingsException("setting 'console.second-factor-roles': '" + role + "' (expected: some of "
                        + List.of(Role.values()) + ")");
            }
        }
        try {
            Path path = file.isEmpty() ? dataFolder.resolve("second-factor-key") : Path.of(file);
            return new SecondFactors(FactorKey.kept(path, random), new SecondFactorPolicy(roles));
        } catch (IllegalArgumentException e) {
            throw new SettingsException("setting 'console.second-factor-key': " + e.getMessage());
        }
    }

    /** Two lines an account, readable by the owner only: its name, its password. */
    private static void demoAccounts(AccountBook accounts, Path file, SecureRandom random, Clock clock) {
        String lines = demoAccount(accounts, DEMO, "演示医生", Role.CARDIOLOGIST, random, clock)
                + demoAccount(accounts, DEMO_120, "演示调度员", Role.DISPATCHER, random, clock);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, OWNER_ONLY);
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write console.demo-account-file " + file, e);
        }
    }

    private static String demoAccount(
            AccountBook accounts, String name, String displayName, Role role, SecureRandom random, Clock clock) {
        String password = SessionToken.random(random).value().substring(0, 20);
        if (!accounts.add(name, displayName, password.toCharArray(), Set.of(role), DEMO, clock.instant())) {
            accounts.changePassword(name, password.toCharArray(), DEMO, clock.instant());
        }
        return name + "\n" + password + "\n";
    }

    @Override
    public void close() {
        server.close();
    }
}
