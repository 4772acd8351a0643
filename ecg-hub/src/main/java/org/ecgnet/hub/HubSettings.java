package org.ecgnet.hub;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ecgnet.hub.store.jdbc.DatabaseAddress;
import org.ecgnet.settings.NamedOrFile;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;
import org.ecgnet.triage.RuleProfile;

/**
 * The hub's settings; {@code ecg-hub-reference.conf} documents each with its unit and default.
 *
 * @param all the whole tree, for parts that read their own group
 */
public record HubSettings(
        StrictSettings all, Path dataFolder, Broker broker, Store database, int receiveMaximum, RuleProfile profile) {

    private static final String REFERENCE = "ecg-hub-reference.conf";
    private static final int LARGEST_PACKET = 16 << 20;
    private static final int SMALLEST_PACKET = 100 << 10;

    /**
     * @param externalUrl empty for the embedded broker
     * @param authority folder of the certificate authority
     */
    public record Broker(
            Optional<String> externalUrl,
            String host,
            int port,
            Path authority,
            List<String> serverNames,
            int maximumPacketBytes) {

        public Broker {
            serverNames = List.copyOf(serverNames);
        }
    }

    /** @param external empty for the embedded server */
    public record Store(
            Optional<DatabaseAddress> external, int connections, Duration connectWithin, Duration startWithin) {}

    private enum Kind {
        EMBEDDED,
        EXTERNAL
    }

    /**
     * @param file what the operator wrote
     * @throws SettingsException when it cannot be read or used
     */
    public static HubSettings load(Path file) {
        if (!Files.isReadable(file)) {
            throw new SettingsException("no settings file " + file + " that can be read");
        }
        try {
            return of(ConfigFactory.parseFile(
                    file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false)));
        } catch (ConfigException e) {
            throw new SettingsException("settings file " + file + ": " + e.getMessage());
        }
    }

    /** From the text of a settings file. */
    public static HubSettings parse(String text) {
        return of(ConfigFactory.parseString(text));
    }

    /** The text that documents every setting. */
    static String reference() {
        try (InputStream in = HubSettings.class.getResourceAsStream("/" + REFERENCE)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + REFERENCE, e);
        }
    }

    private static HubSettings of(Config given) {
        StrictSettings all = StrictSettings.of(given, ConfigFactory.parseResources(REFERENCE));
        Path dataFolder = Path.of(all.group("hub").text("data-dir"));
        return new HubSettings(
                all,
                dataFolder,
                broker(all.group("broker"), dataFolder),
                database(all.group("database")),
                all.group("intake").whole("receive-maximum", 10, 10_000),
                all.group("triage")
                        .parsed("profile", text -> NamedOrFile.of(text, RuleProfile::named, RuleProfile::parse)));
    }

    private static Broker broker(StrictSettings group, Path dataFolder) {
        boolean external = group.choice("kind", Kind.class) == Kind.EXTERNAL;
        String url = group.text("url");
        if (external && !url.matches("ssl://.+:\\d+")) {
            throw new SettingsException("setting 'broker.url': '" + url + "' (expected: ssl://host:port)");
        }
        String authority = group.text("ca-dir");
        long packet = group.bytes("maximum-packet");
        if (packet < SMALLEST_PACKET || packet > LARGEST_PACKET) {
            throw new SettingsException(
                    "setting 'broker.maximum-packet': " + packet + " bytes (expected: 100KiB to 16MiB)");
        }
        return new Broker(
                external ? Optional.of(url) : Optional.empty(),
                group.text("host"),
                group.whole("port", 0, 65_535),
                authority.isEmpty() ? dataFolder.resolve("ca") : Path.of(authority),
                group.texts("server-names"),
                (int) packet);
    }

    private static Store database(StrictSettings group) {
        Optional<DatabaseAddress> external = Optional.empty();
        if (group.choice("kind", Kind.class) == Kind.EXTERNAL) {
            String url = group.text("url");
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new SettingsException(
                        "setting 'database.url': '" + url + "' (expected: jdbc:postgresql://host:port/name)");
            }
            external = Optional.of(new DatabaseAddress(url, group.text("user"), password(group)));
        }
        return new Store(
                external,
                group.whole("connections", 4, 200),
                group.duration("connect-within", Duration.ofMillis(250), Duration.ofMinutes(5)),
                group.duration("start-within", Duration.ofSeconds(5), Duration.ofMinutes(10)));
    }

    private static String password(StrictSettings group) {
        String file = group.text("password-file");
        if (file.isEmpty()) {
            return group.text("password");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new SettingsException("setting 'database.password-file': cannot read " + file);
        }
    }
}
