package org.ecgnet.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.identity.LoginThrottle;
import org.ecgnet.hub.identity.PasswordHasher;
import org.ecgnet.hub.identity.Role;
import org.ecgnet.hub.identity.SecondFactors;
import org.ecgnet.hub.identity.SessionPolicy;
import org.ecgnet.hub.identity.SignIn;
import org.ecgnet.hub.identity.SignInResult;
import org.ecgnet.hub.identity.factor.SecondFactor;
import org.ecgnet.hub.identity.factor.SecondFactorRepository;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConsoleCommandsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path folder;

    @Test
    void anAccountMadeOnTheCommandLineLogsInAndTheAuditIsWhole() throws IOException {
        Path config = config("");

        Ran added =
                run("a long enough one\n", "account", "add", "li.wei", "--role", "CARDIOLOGIST", "--config", config);

        assertThat(added.code()).as(added.err()).isZero();
        assertThat(signIn("li.wei", "a long enough one")).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(run("another long one\n", "account", "password", "li.wei", "--config", config)
                        .code())
                .isZero();
        assertThat(signIn("li.wei", "a long enough one")).isInstanceOf(SignInResult.Refused.class);
        assertThat(signIn("li.wei", "another long one")).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(run("", "account", "list", "--config", config).out())
                .contains("li.wei")
                .contains("CARDIOLOGIST");
        assertThat(run("", "audit", "verify", "--config", config).out()).startsWith("whole: ");
    }

    @Test
    void aWeakPasswordAnUnknownRoleAndATakenNameAreRefusedWithAReason() throws IOException {
        Path config = config("");
        run("a long enough one\n", "account", "add", "taken", "--role", "TECHNICIAN", "--config", config);

        assertThat(run("short\n", "account", "add", "wang", "--role", "TECHNICIAN", "--config", config)
                        .err())
                .contains("at least 10");
        assertThat(run("a long enough one\n", "account", "add", "wang", "--role", "KING", "--config", config)
                        .err())
                .contains("CARDIOLOGIST");
        assertThat(run("a long enough one\n", "account", "add", "taken", "--role", "TECHNICIAN", "--config", config)
                        .err())
                .contains("already");
        assertThat(run("a long enough one\n", "account", "add", "No Name", "--role", "TECHNICIAN", "--config", config)
                        .err())
                .contains("a-z");
    }

    @Test
    void theDemoAccountsAreWrittenForTheirOwnerOnlyAndOnlyOnLoopback() throws IOException {
        Path file = folder.resolve("demo-account");
        String demo = "console.demo-account-file = \"" + file + "\"\n";

        try (HubServer server = HubServer.start(HubSettings.load(config(demo)), Clock.systemUTC())) {
            assertThat(server.consoleUrl().orElseThrow()).startsWith("https://localhost:");
            List<String> lines = Files.readAllLines(file);
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(signIn(lines.get(0), lines.get(1))).isInstanceOf(SignInResult.SignedIn.class);
            assertThat(lines.get(2)).isEqualTo("demo-120");
            assertThat(signIn(lines.get(2), lines.get(3)))
                    .isInstanceOfSatisfying(
                            SignInResult.SignedIn.class,
                            in -> assertThat(in.who().account().roles()).containsExactly(Role.DISPATCHER));
        }
        HubSettings open = HubSettings.load(config(demo + "console.host = \"0.0.0.0\"\n"));
        assertThatThrownBy(() -> HubServer.start(open, Clock.systemUTC()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("console.demo-account-file");
    }

    @Test
    void anAccountOfAClinicNeedsASiteThatTheHubKnows() throws IOException {
        Path config = config("");
        Object[] add = {"account", "add", "nurse", "--role", "site_staff", "--site", "linhe-01", "--config", config};

        assertThat(run("a long enough one\n", add).err()).contains("[linhe-01] unknown");
        DATABASE.database()
                .transact(transaction ->
                        transaction.repository(SiteRepository.class).seen(new SiteCode("linhe-01"), Instant.now()));
        assertThat(run("", "account", "sites", "--config", config).out()).contains("linhe-01");
        assertThat(run("a long enough one\n", add).out()).contains("account nurse added");
        assertThat(run("", "account", "list", "--config", config).out()).contains("[SITE_STAFF]\t[linhe-01]");
        assertThat(run("a long enough one\n", "account", "add", "wang", "--role", "site_staff", "--config", config)
                        .err())
                .contains("at least one");
    }

    @Test
    void aLostSecondFactorIsTakenAwayOnTheCommandLineAndAudited() throws IOException {
        Path config = config("");
        run("a long enough one\n", "account", "add", "lost", "--role", "AUDITOR", "--config", config);
        assertThat(run("", "account", "totp", "reset", "lost", "--config", config)
                        .err())
                .contains("no second factor");
        DATABASE.database().transact(transaction -> {
            var factors = transaction.repository(SecondFactorRepository.class);
            factors.begin(new SecondFactor("lost", new byte[60], Instant.now(), Optional.empty(), 0));
            factors.confirm("lost", Instant.now());
        });
        assertThat(signIn("lost", "a long enough one")).isInstanceOf(SignInResult.CodeNeeded.class);

        assertThat(run("", "account", "totp", "reset", "lost", "--config", config)
                        .out())
                .contains("second factor of lost taken away");

        assertThat(signIn("lost", "a long enough one")).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(run("", "audit", "verify", "--config", config).out()).startsWith("whole: ");
    }

    @Test
    void aRoleOrAKeyThatCannotBeIsRefusedAtTheStart() throws IOException {
        HubSettings role = HubSettings.load(config("console.second-factor-roles = [king]\n"));
        assertThatThrownBy(() -> HubServer.start(role, Clock.systemUTC()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("console.second-factor-roles")
                .hasMessageContaining("ADMINISTRATOR");
        Path file = Files.writeString(folder.resolve("no-key"), "something else\n");
        HubSettings key = HubSettings.load(config("console.second-factor-key = \"" + file + "\"\n"));
        assertThatThrownBy(() -> HubServer.start(key, Clock.systemUTC()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("no key");
    }

    private Path config(String more) throws IOException {
        return Files.writeString(folder.resolve("hub.conf"), TestSettings.of(folder, DATABASE.address()) + more);
    }

    private static SignInResult signIn(String name, String password) {
        var signIn = new SignIn(
                DATABASE.database(),
                PasswordHasher.recommended(new SecureRandom()),
                LoginThrottle.DEFAULT,
                SessionPolicy.DEFAULT,
                SecondFactors.passing(new SecureRandom()),
                new SecureRandom());
        return signIn.signIn(name, password.toCharArray(), "", "127.0.0.1", Instant.now());
    }

    private static Ran run(String input, Object... arguments) {
        InputStream before = System.in;
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine line = EcgHub.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            int code = line.execute(
                    List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
            return new Ran(code, out.toString(), err.toString());
        } finally {
            System.setIn(before);
        }
    }

    private record Ran(int code, String out, String err) {}
}
