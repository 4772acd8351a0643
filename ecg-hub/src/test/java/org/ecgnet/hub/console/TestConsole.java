package org.ecgnet.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.identity.AccountBook;
import org.ecgnet.hub.identity.LoginThrottle;
import org.ecgnet.hub.identity.PasswordHasher;
import org.ecgnet.hub.identity.Role;
import org.ecgnet.hub.identity.SecondFactors;
import org.ecgnet.hub.identity.SessionPolicy;
import org.ecgnet.hub.identity.SignIn;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A console with some people, on the test class's database, which must be registered before it:
 * {@code @RegisterExtension @Order(2) static final TestConsole CONSOLE = new TestConsole(DATABASE, EVENTS).with("li", ..)}.
 */
final class TestConsole implements BeforeAllCallback, AfterAllCallback {

    static final String PASSWORD = "correct horse battery";

    private static final PasswordHasher QUICK = new PasswordHasher(64, 1, new SecureRandom());

    private final TestDatabase database;
    private final HubEvents events;
    private final List<Login> people = new ArrayList<>();
    private final List<Routes.Maker> more = new ArrayList<>();
    private Optional<ConsoleServer> server = Optional.empty();

    TestConsole(TestDatabase database, HubEvents events) {
        this.database = database;
        this.events = events;
    }

    /** One more account, with {@link #PASSWORD}. */
    TestConsole with(String account, String displayName, Role role) {
        people.add(new Login(account, displayName, role));
        return this;
    }

    /** More rooms than those that every console has; made when it starts. */
    TestConsole with(Routes.Maker routes) {
        more.add(routes);
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        var accounts = new AccountBook(database.database(), QUICK);
        people.forEach(login -> accounts.add(
                login.account(),
                login.displayName(),
                PASSWORD.toCharArray(),
                Set.of(login.role()),
                "test",
                Instant.now()));
        Path folder = Files.createTempDirectory("console");
        server = Optional.of(ConsoleServer.start(
                new ConsoleSettings("127.0.0.1", 0, SessionPolicy.DEFAULT, Optional.empty()),
                new TlsKey(TestKeyStore.in(folder), TestKeyStore.PASSWORD),
                new ConsoleServices(
                        database.database(),
                        events,
                        new SignIn(
                                database.database(),
                                QUICK,
                                LoginThrottle.DEFAULT,
                                SessionPolicy.DEFAULT,
                                SecondFactors.passing(new SecureRandom()),
                                new SecureRandom()),
                        new CriticalDesk(database.database(), events, CasePolicy.DEFAULT),
                        Optional.empty(),
                        more,
                        Clock.systemUTC())));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.ifPresent(ConsoleServer::close);
    }

    /** A browser without a session. */
    ConsoleClient stranger() {
        return new ConsoleClient(server.orElseThrow().port());
    }

    /** A browser of this person. */
    ConsoleClient as(String account) {
        ConsoleClient client = stranger();
        assertThat(client.login(account, PASSWORD).statusCode()).isEqualTo(200);
        return client;
    }

    private record Login(String account, String displayName, Role role) {}
}
