package org.ecgnet.edge.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.UnitProfile;
import org.ecgnet.protocol.device.usbbox.UsbBoxFrames;
import org.junit.jupiter.api.Test;

class UnitFinderTest {

    private static final byte[] GPS = "$GPGGA,092750.000,5321.6802,N,00630.3372,W,1,8,1.03,61.7,M,55.2,M,,*76\r\n"
            .repeat(40)
            .getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> ALL_OF_A_BOX = Set.of("rate", "microvolts-per-count");

    private final Ports ports = new Ports();

    private UnitFinder finder(Optional<String> model, Set<String> given) {
        UnitProfile profile = new UnitProfile("auto", 921_600, new SampleRate(500), 4.88);
        return new UnitFinder(
                () -> List.copyOf(ports.said.keySet().stream().sorted().toList()),
                new PortProbe(ports, Duration.ofMillis(20), Duration.ofMillis(5)),
                new UnitTemplate(model, profile, given));
    }

    private static byte[] box() {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int n = 0; n < 60; n++) {
            frames.writeBytes(UsbBoxFrames.samples(new int[UsbBoxFrames.LEADS.size()], Set.of(), n));
        }
        return frames.toByteArray();
    }

    @Test
    void theUnitIsFoundBesidePortsThatSayNothingOrSomethingElse() {
        ports.said.putAll(Map.of("gps", GPS, "silent", new byte[0], "unit", box()));

        Sighting sighting = finder(Optional.of("usb-box-12"), ALL_OF_A_BOX).next(() -> true);

        assertThat(sighting).isInstanceOf(Sighting.Unit.class);
        Sighting.Unit unit = (Sighting.Unit) sighting;
        assertThat(unit.port()).isEqualTo("unit");
        assertThat(unit.profile().model()).isEqualTo("usb-box-12");
        assertThat(unit.profile().microvoltsPerCount()).isEqualTo(4.88);
    }

    @Test
    void everyPortIsGivenBack() {
        ports.said.putAll(Map.of("gps", GPS, "silent", new byte[0], "unit", box()));

        finder(Optional.empty(), Set.of()).next(() -> true);

        assertThat(ports.opened).contains("gps", "silent", "unit");
        assertThat(ports.held).isEmpty();
    }

    @Test
    void whereAnotherDeviceSpeaksThePortIsLeftAloneAfterThreeTimesUntilItGoesAway() {
        ports.said.put("gps", GPS);
        UnitFinder finder = finder(Optional.empty(), Set.of());
        for (int n = 0; n < 3; n++) {
            assertThat(finder.next(() -> true)).isInstanceOf(Sighting.Nothing.class);
        }
        ports.opened.clear();

        Sighting.Nothing nothing = (Sighting.Nothing) finder.next(() -> true);
        assertThat(ports.opened).isEmpty();
        assertThat(nothing.looked()).hasSize(1);

        ports.said.remove("gps");
        assertThat(((Sighting.Nothing) finder.next(() -> true)).looked()).isEmpty();
        ports.said.put("gps", GPS);
        assertThat(finder.next(() -> true)).isInstanceOf(Sighting.Nothing.class);
        assertThat(ports.opened).contains("gps");
    }

    @Test
    void aSilentPortIsLookedAtAgainAndAgain() {
        ports.said.put("unit", new byte[0]);
        UnitFinder finder = finder(Optional.of("usb-box-12"), ALL_OF_A_BOX);
        for (int n = 0; n < 5; n++) {
            assertThat(finder.next(() -> true)).isInstanceOf(Sighting.Nothing.class);
        }

        ports.said.put("unit", box()); // switched on

        assertThat(finder.next(() -> true)).isInstanceOf(Sighting.Unit.class);
    }

    @Test
    void whatTheBytesDoNotTellIsNeverTakenFromADefault() {
        ports.said.put("unit", box());

        Sighting sighting = finder(Optional.of("usb-box-12"), Set.of("rate")).next(() -> true);

        assertThat(sighting.words()).isEqualTo("no ECG unit found: unit is usb-box-12 (set unit.microvolts-per-count)");
    }

    @Test
    void whereMoreThanOneFamilyUnderstandsAPersonChooses() {
        ports.said.put("unit", box());

        Sighting sighting = finder(Optional.empty(), ALL_OF_A_BOX).next(() -> true);

        assertThat(sighting.words()).contains("usb-box-12", "usb-box-12-strict", "set unit.model");
    }

    @Test
    void aUnitOfAnotherFamilyThanTheOneSetIsNotTaken() {
        ports.said.put("unit", box());

        assertThat(finder(Optional.of("reference"), ALL_OF_A_BOX).next(() -> true))
                .isInstanceOf(Sighting.Nothing.class);
    }

    @Test
    void theSearchEndsSoonWhenItIsNoLongerWanted() {
        ports.said.putAll(Map.of("a", new byte[0], "b", new byte[0]));

        finder(Optional.empty(), Set.of()).next(() -> false);

        assertThat(ports.opened).isEmpty();
    }

    /** Ports on each of which the same is said whenever it is opened. */
    private static final class Ports implements SerialLink {

        private final Map<String, byte[]> said = new HashMap<>();
        private final List<String> opened = new ArrayList<>();
        private Optional<String> held = Optional.empty();
        private byte[] rest = new byte[0];

        @Override
        public Optional<String> open(String port, int baud) {
            opened.add(port);
            held = Optional.of(port);
            rest = said.getOrDefault(port, new byte[0]);
            return Optional.empty();
        }

        @Override
        public int read(byte[] into) {
            int count = Math.min(into.length, rest.length);
            System.arraycopy(rest, 0, into, 0, count);
            rest = new byte[0];
            return count;
        }

        @Override
        public boolean write(byte[] bytes) {
            return true;
        }

        @Override
        public void close() {
            held = Optional.empty();
        }
    }
}
