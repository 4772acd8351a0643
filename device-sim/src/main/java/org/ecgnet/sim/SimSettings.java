package org.ecgnet.sim;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.UnitWiring;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;
import org.ecgnet.sim.device.UnitModel;
import org.ecgnet.sim.heart.Scenario;

/**
 * Settings of the program; {@code device-sim-reference.conf} documents each.
 *
 * @param referenceRate of simulated hearts on a unit of the reference protocol
 * @param referenceLeads 8 or 12
 * @param usbBoxRate of simulated hearts on a box
 * @param amplifiers by their protocol
 */
record SimSettings(
        Protocol protocol,
        Scenario scenario,
        long seed,
        Duration tick,
        UnitModel.Reference reference,
        UnitModel.UsbBox usbBox,
        SampleRate referenceRate,
        int referenceLeads,
        SampleRate usbBoxRate,
        Map<Protocol, UnitModel.Amplifier> amplifiers,
        County county) {

    SimSettings {
        amplifiers = Map.copyOf(amplifiers);
    }

    private static final String REFERENCE = "device-sim-reference.conf";
    private static final Duration SHORTEST_TICK = Duration.ofMillis(1);
    private static final Duration LONGEST_TICK = Duration.ofMillis(100);

    enum Protocol {
        REFERENCE,
        USB_BOX_12,
        OPENBCI_CYTON,
        HEALTHYPI_V4,
        BITALINO,
        ADS129X_RAW
    }

    /**
     * @param hearts different ones of each scenario
     * @param loopSeconds of each, before it begins again
     */
    record County(int units, int threads, Duration tick, int hearts, int loopSeconds) {}

    /** @throws SettingsException when the file cannot be read or says what cannot be */
    static SimSettings from(Optional<Path> file) {
        try {
            Config given = file.map(path -> ConfigFactory.parseFile(
                            path.toFile(),
                            com.typesafe.config.ConfigParseOptions.defaults().setAllowMissing(false)))
                    .orElseGet(ConfigFactory::empty);
            Config reference = ConfigFactory.parseResources(SimSettings.class.getClassLoader(), REFERENCE);
            return read(StrictSettings.of(given, reference));
        } catch (ConfigException e) {
            throw new SettingsException("settings: " + e.getMessage());
        }
    }

    private static SimSettings read(StrictSettings settings) {
        StrictSettings reference = settings.group("reference");
        StrictSettings box = settings.group("usb-box-12");
        StrictSettings county = settings.group("county");
        return new SimSettings(
                settings.choice("protocol", Protocol.class),
                settings.choice("scenario", Scenario.class),
                settings.whole("seed", Integer.MIN_VALUE, Integer.MAX_VALUE),
                settings.duration("tick", SHORTEST_TICK, LONGEST_TICK),
                new UnitModel.Reference(
                        reference.text("serial"),
                        reference.text("firmware"),
                        reference.whole("bits", 16, 24),
                        reference.whole("moments-a-frame", 1, 255),
                        OptionalInt.of(reference.whole("battery-percent", 0, 100)),
                        reference.whole("baud", 9600, 4_000_000)),
                new UnitModel.UsbBox(box.number("microvolts-per-count", .1, 100), box.whole("baud", 9600, 4_000_000)),
                new SampleRate(reference.whole("sample-rate", 100, 2000)),
                reference.whole("leads", 8, 12),
                new SampleRate(box.whole("sample-rate", 100, 2000)),
                amplifiers(settings),
                new County(
                        county.whole("units", 1, 5000),
                        county.whole("threads", 1, 64),
                        county.duration("tick", SHORTEST_TICK, LONGEST_TICK),
                        county.whole("hearts", 1, 1000),
                        (int) county.duration("loop", Duration.ofSeconds(10), Duration.ofMinutes(10))
                                .toSeconds()));
    }

    private static Map<Protocol, UnitModel.Amplifier> amplifiers(StrictSettings settings) {
        Map<Protocol, UnitModel.Amplifier> amplifiers = new EnumMap<>(Protocol.class);
        for (UnitModel.Family family : UnitModel.Family.values()) {
            StrictSettings unit =
                    settings.group(family.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            UnitWiring wiring = new UnitWiring(
                    UnitWiring.channels(unit.texts("leads")),
                    given(unit.number("gain", 0, 1000)),
                    given(unit.number("reference-volts", 0, 10)));
            SampleRate rate = new SampleRate(unit.whole("sample-rate", 100, 2000));
            int baud = unit.whole("baud", 9600, 4_000_000);
            amplifiers.put(Protocol.valueOf(family.name()), new UnitModel.Amplifier(family, wiring, rate, baud));
        }
        return amplifiers;
    }

    private static OptionalDouble given(double number) {
        return number == 0 ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
