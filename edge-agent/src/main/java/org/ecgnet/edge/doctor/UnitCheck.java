package org.ecgnet.edge.doctor;

import static org.ecgnet.edge.doctor.Diagnosis.Subject.PORT;
import static org.ecgnet.edge.doctor.Diagnosis.Subject.UNIT;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ecgnet.edge.serial.LinkSettings;
import org.ecgnet.edge.serial.SerialLink;
import org.ecgnet.edge.serial.Sighting;
import org.ecgnet.edge.serial.UnitSearch;
import org.ecgnet.protocol.device.DeviceCodec;
import org.ecgnet.protocol.device.DeviceCodecs;
import org.ecgnet.protocol.device.DeviceCommand;
import org.ecgnet.protocol.device.DeviceEvent;

/** Opens each port, asks the unit who it is and listens for a while. */
record UnitCheck(Supplier<SerialLink> links) implements Check {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int CHUNK = 4096;

    @Override
    public List<Diagnosis> look(Installation installation, Instant now) {
        if (installation.link().auto().isPresent()) {
            return List.of(search(installation));
        }
        List<Diagnosis> found = new ArrayList<>();
        for (String port : installation.link().ports()) {
            found.addAll(port(installation, port));
        }
        return found;
    }

    private Diagnosis search(Installation installation) {
        try (SerialLink link = links.get()) {
            Sighting sighting = UnitSearch.of(
                            installation.link(), installation.capture().profile(), link)
                    .next(() -> true);
            return sighting instanceof Sighting.Unit
                    ? Diagnosis.ok(UNIT, "found " + sighting.words())
                    : Diagnosis.fail(
                            UNIT,
                            sighting.words(),
                            "plug the unit in and switch it on; where a setting is named, set it from the unit's manual");
        }
    }

    private List<Diagnosis> port(Installation installation, String port) {
        LinkSettings settings = installation.link();
        SerialLink link = links.get();
        Optional<String> refused = link.open(port, settings.baud());
        if (refused.isPresent()) {
            return List.of(Diagnosis.fail(
                    PORT,
                    refused.get(),
                    "plug the unit in; 'edge-agent ports' lists the ports there are; on Debian the agent's user must be in"
                            + " the group dialout"));
        }
        try {
            Diagnosis unit = listen(installation, link, port);
            return List.of(Diagnosis.ok(PORT, port + " opens"), unit);
        } finally {
            link.close();
        }
    }

    private static Diagnosis listen(Installation installation, SerialLink link, String port) {
        DeviceCodec codec = DeviceCodecs.of(installation.capture().profile());
        byte[] ask = codec.write(DeviceCommand.IDENTIFY);
        if (ask.length > 0) {
            link.write(ask);
        }
        ByteBuffer heard = ByteBuffer.allocate(CHUNK + 2 * codec.longestFrame());
        byte[] chunk = new byte[CHUNK];
        long bytes = 0;
        Duration patience = installation.link().silentFor();
        long end = System.nanoTime() + (patience.compareTo(LONGEST) < 0 ? patience : LONGEST).toNanos();
        while (System.nanoTime() < end) {
            int count = link.read(chunk);
            if (count < 0) {
                return Diagnosis.fail(
                        UNIT, "unplugged from " + port + " while it was listened to", "plug it in firmly");
            }
            bytes += count;
            if (understood(codec, heard, chunk, count)) {
                return Diagnosis.ok(UNIT, "a unit that speaks " + codec.model() + " answers on " + port);
            }
        }
        return bytes == 0
                ? Diagnosis.fail(
                        UNIT,
                        "nothing is heard on " + port,
                        "switch the unit on and look at its battery and cable; if it is on, look at unit.model and unit.baud")
                : Diagnosis.fail(
                        UNIT,
                        bytes + " bytes heard on " + port + ", none of which speaks " + codec.model(),
                        "set unit.model to the unit's language (one of " + DeviceCodecs.models()
                                + ") and unit.baud to its speed");
    }

    private static boolean understood(DeviceCodec codec, ByteBuffer heard, byte[] chunk, int count) {
        for (int at = 0; at < count; ) {
            int part = Math.min(count - at, heard.remaining());
            heard.put(chunk, at, part);
            at += part;
            heard.flip();
            List<DeviceEvent> events = codec.read(heard);
            heard.compact();
            if (events.stream().anyMatch(event -> !(event instanceof DeviceEvent.Rejected))) {
                return true;
            }
            if (!heard.hasRemaining()) {
                heard.clear(); // a frame that never ends is no frame
            }
        }
        return false;
    }
}
