package org.ecgnet.edge;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.edge.capture.CaptureSettings;
import org.ecgnet.edge.drop.DropSettings;
import org.ecgnet.edge.patient.CardMapping;
import org.ecgnet.edge.patient.CardReaderSettings;
import org.ecgnet.edge.result.CountyProtocol;
import org.ecgnet.edge.serial.LinkSettings;
import org.ecgnet.edge.serial.UnitTemplate;
import org.ecgnet.edge.store.StoreSettings;
import org.ecgnet.edge.update.UpdateSettings;
import org.ecgnet.edge.uplink.HubSettings;
import org.ecgnet.protocol.device.DeviceCodecs;
import org.ecgnet.protocol.device.UnitProfile;
import org.ecgnet.protocol.device.UnitWiring;
import org.ecgnet.protocol.release.ReleaseKeys;
import org.ecgnet.settings.NamedOrFile;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;
import org.ecgnet.triage.RuleProfile;

/**
 * Everything that an operator can set; {@code edge-agent-reference.conf} documents each with its unit and default.
 *
 * @param operator who records when the page does not say
 * @param cardReader empty without one
 * @param drop empty when no folder is watched
 * @param update empty when new versions are brought by hand
 * @param clinicPhone where the centre can call back; may be empty
 * @param protocol what is to be done about a result
 * @param centrePhone shown when nobody calls back; may be empty
 * @param recordingSeconds usual length of a recording
 */
public record EdgeSettings(
        SiteCode site,
        String operator,
        int recordingSeconds,
        RuleProfile profile,
        LinkSettings link,
        CaptureSettings capture,
        StoreSettings store,
        HubSettings hub,
        Optional<CardReaderSettings> cardReader,
        Optional<DropSettings> drop,
        Optional<UpdateSettings> update,
        int pagePort,
        String clinicPhone,
        String centrePhone,
        CountyProtocol protocol) {

    private static final String REFERENCE = "edge-agent-reference.conf";
    private static final String AUTO = "auto";
    private static final String USUAL_MODEL = "reference";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Every setting with its default. */
    static Config reference() {
        return ConfigFactory.parseResources(EdgeSettings.class.getClassLoader(), REFERENCE);
    }

    /**
     * The settings of a file over the defaults.
     *
     * @throws SettingsException naming the key, or the file, that cannot be used
     */
    public static EdgeSettings of(Path file) {
        return of(given(file));
    }

    static Config given(Path file) {
        if (!Files.isReadable(file)) {
            throw new SettingsException("settings file " + file + " is not there or cannot be read");
        }
        try {
            return ConfigFactory.parseFile(file.toFile());
        } catch (ConfigException e) {
            throw new SettingsException("settings file " + file + ": " + e.getMessage());
        }
    }

    static EdgeSettings of(Config given) {
        StrictSettings all = StrictSettings.of(given, reference());
        StrictSettings recording = all.group("recording");
        return new EdgeSettings(
                all.parsed("site", SiteCode::new),
                all.text("operator"),
                recording.whole("seconds", 1, 3600),
                all.group("triage")
                        .parsed("profile", text -> NamedOrFile.of(text, RuleProfile::named, RuleProfile::parse)),
                link(all.group("unit"), given),
                capture(all.group("unit"), recording),
                store(all.group("store")),
                hub(all.group("hub")),
                cardReader(all.group("card-reader")),
                drop(all.group("drop")),
                update(all.group("update")),
                all.group("page").whole("port", 0, 65_535),
                all.group("page").text("clinic-phone"),
                all.group("page").text("centre-phone"),
                protocol(all.group("result").text("protocol")));
    }

    private static CountyProtocol protocol(String file) {
        return file.isBlank() ? CountyProtocol.general() : CountyProtocol.of(Path.of(file));
    }

    private static Optional<DropSettings> drop(StrictSettings drop) {
        if (drop.text("folder").isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new DropSettings(
                Path.of(drop.text("folder")),
                drop.duration("every", Duration.ofMillis(100), HOUR),
                drop.duration("stable-for", Duration.ofMillis(100), HOUR),
                drop.parsed("zone", EdgeSettings::zone)));
    }

    private static Optional<UpdateSettings> update(StrictSettings update) {
        if (update.text("hub").isBlank()) {
            return Optional.empty();
        }
        PublicKey key = update.parsed("key", ReleaseKeys::publicKey);
        return Optional.of(update.parsed(
                "hub",
                hub -> new UpdateSettings(
                        URI.create(hub),
                        key,
                        update.duration("every", SECOND, Duration.ofDays(30)),
                        update.duration("quiet-for", Duration.ZERO, Duration.ofDays(1)),
                        update.duration("hub-within", SECOND, Duration.ofDays(1)))));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + name + "' (expected: such as Asia/Shanghai)", e);
        }
    }

    private static Optional<CardReaderSettings> cardReader(StrictSettings reader) {
        if (reader.text("url").isBlank()) {
            return Optional.empty();
        }
        CardMapping mapping = reader.text("mapping").isBlank()
                ? CardMapping.standard()
                : CardMapping.of(Path.of(reader.text("mapping")));
        return Optional.of(reader.parsed(
                "url",
                url -> new CardReaderSettings(
                        URI.create(url),
                        reader.text("request"),
                        reader.duration("timeout", Duration.ofMillis(100), Duration.ofMinutes(1)),
                        mapping)));
    }

    private static LinkSettings link(StrictSettings unit, Config given) {
        List<String> ports = new ArrayList<>();
        boolean auto = unit.text("port").equals(AUTO);
        if (unit.text("port").isBlank()) {
            throw new SettingsException("setting 'unit.port' is missing (expected: a path or name such as /dev/ttyUSB0"
                    + " or COM3, or auto; 'edge-agent ports' lists those that the system knows)");
        }
        if (!auto) {
            ports.add(unit.text("port"));
        }
        ports.addAll(unit.texts("other-ports"));
        return new LinkSettings(
                ports,
                unit.whole("baud", 300, 4_000_000),
                unit.duration("reopen-from", Duration.ofMillis(10), HOUR),
                unit.duration("reopen-to", Duration.ofMillis(10), HOUR),
                unit.duration("silent-for", SECOND, HOUR),
                auto ? Optional.of(template(unit, given)) : Optional.empty());
    }

    private static UnitTemplate template(StrictSettings unit, Config given) {
        Set<String> written =
                given.hasPath("unit") ? given.getConfig("unit").root().keySet() : Set.of();
        Optional<String> model = Optional.of(unit.text("model")).filter(name -> !name.isBlank());
        return new UnitTemplate(model, profile(unit, model.orElse(AUTO)), written);
    }

    private static UnitProfile profile(StrictSettings unit, String model) {
        return new UnitProfile(
                model,
                unit.whole("baud", 300, 4_000_000),
                new SampleRate(unit.whole("rate", 50, 32_000)),
                unit.number("microvolts-per-count", 1e-6, 1e6),
                wiring(unit));
    }

    private static CaptureSettings capture(StrictSettings unit, StrictSettings recording) {
        boolean found = unit.text("port").equals(AUTO) && unit.text("model").isBlank();
        UnitProfile profile =
                profile(unit, found ? AUTO : unit.text("model").isBlank() ? USUAL_MODEL : unit.text("model"));
        if (!found) {
            unit.parsed("model", name -> DeviceCodecs.of(profile));
        }
        return new CaptureSettings(
                unit.parsed("id", UnitId::new),
                profile,
                recording.duration("first-sample-within", SECOND, HOUR),
                recording.duration("silence-ends", SECOND, HOUR));
    }

    private static UnitWiring wiring(StrictSettings unit) {
        try {
            return new UnitWiring(
                    UnitWiring.channels(unit.texts("leads")),
                    given(unit.number("gain", 0, 1000)),
                    given(unit.number("reference-volts", 0, 10)));
        } catch (IllegalArgumentException e) {
            throw new SettingsException("settings 'unit': " + e.getMessage());
        }
    }

    private static OptionalDouble given(double number) {
        return number == 0 ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    private static StoreSettings store(StrictSettings store) {
        Path folder = Path.of(store.text("dir"));
        Path key = store.text("key-file").isBlank() ? folder.resolve("store.key") : Path.of(store.text("key-file"));
        try {
            return new StoreSettings(
                    folder,
                    key,
                    store.bytes("disk-limit"),
                    store.bytes("leave-free"),
                    store.duration("keep", HOUR, Duration.ofDays(3650)));
        } catch (IllegalArgumentException e) {
            throw new SettingsException("settings 'store': " + e.getMessage());
        }
    }

    private static HubSettings hub(StrictSettings hub) {
        String trust = hub.text("truststore").isBlank() ? "keystore" : "truststore";
        return new HubSettings(
                hub.text("host"),
                hub.whole("port", 1, 65_535),
                file(hub, "keystore"),
                password(hub, "keystore-password"),
                file(hub, trust),
                password(hub, trust + "-password"),
                hub.duration("reconnect-from", Duration.ofMillis(10), HOUR),
                hub.duration("reconnect-to", Duration.ofMillis(10), HOUR),
                hub.duration("heartbeat", SECOND, HOUR),
                hub.duration("resend-after", SECOND, HOUR),
                hub.duration("connect-within", SECOND, HOUR),
                hub.whole("in-flight", 1, 1000),
                hub.whole("unreceipted", 1, 10_000),
                hub.duration("live-for", SECOND, Duration.ofDays(1)));
    }

    private static Path file(StrictSettings group, String key) {
        Path path = Path.of(group.text(key));
        if (!Files.isReadable(path)) {
            throw new SettingsException("setting 'hub." + key + "': " + path + " is not there or cannot be read"
                    + " (expected: a PKCS12 file made by 'ecg-hub ca issue SITE')");
        }
        return path;
    }

    private static String password(StrictSettings group, String key) {
        String path = group.text(key + "-file");
        if (path.isBlank()) {
            return group.text(key);
        }
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException e) {
            throw new SettingsException("setting 'hub." + key + "-file': cannot read " + path);
        }
    }
}
