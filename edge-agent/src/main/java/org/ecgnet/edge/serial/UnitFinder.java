package org.ecgnet.edge.serial;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.ecgnet.protocol.device.Claim;
import org.ecgnet.protocol.device.DeviceCodecs;
import org.ecgnet.protocol.device.UnitProfile;

/**
 * Finds the unit's port and family among all ports there are. For one thread.
 *
 * <p>Each port is held for the few seconds of its probe and given back. One on which something else speaks is met a few
 * times, since a unit that starts up may chatter, and then left alone until it goes away or long after.
 */
final class UnitFinder implements UnitSearch {

    private static final int FOREIGN_TIMES = 3;
    private static final long LEFT_ALONE_NANOS = Duration.ofMinutes(10).toNanos();

    private final Supplier<List<String>> ports;
    private final PortProbe probe;
    private final UnitTemplate template;
    private final Map<String, PortFinding> looked = new LinkedHashMap<>();
    private final Map<String, Foreign> foreign = new HashMap<>();
    private Optional<String> last = Optional.empty();

    /** Something else speaks there. */
    private record Foreign(int times, long atNanos) {
        boolean leftAlone() {
            return times >= FOREIGN_TIMES && System.nanoTime() - atNanos < LEFT_ALONE_NANOS;
        }
    }

    /** @param ports all there are at the moment */
    UnitFinder(Supplier<List<String>> ports, PortProbe probe, UnitTemplate template) {
        this.ports = ports;
        this.probe = probe;
        this.template = template;
    }

    @Override
    public Sighting next(BooleanSupplier going) {
        List<String> there = ports.get();
        looked.keySet().retainAll(there);
        foreign.keySet().retainAll(there);
        for (String port : inOrder(there)) {
            if (!going.getAsBoolean()) {
                break;
            }
            if (foreign.containsKey(port) && foreign.get(port).leftAlone()) {
                continue;
            }
            PortFinding finding = judged(probe.probe(port, going));
            if (finding instanceof PortFinding.Recognised found) {
                last = Optional.of(port);
                looked.remove(port);
                return new Sighting.Unit(port, template.found(found.claim(), found.baud()));
            }
            looked.put(port, finding);
        }
        return new Sighting.Nothing(List.copyOf(looked.values()));
    }

    /** Where the unit was last, then ports that are new, then the others. */
    private List<String> inOrder(List<String> there) {
        return there.stream()
                .sorted(Comparator.comparing((String port) -> !last.equals(Optional.of(port)))
                        .thenComparing(looked::containsKey))
                .toList();
    }

    /** Recognised only when it is the unit that is meant and all is known that its bytes do not tell. */
    private PortFinding judged(PortFinding finding) {
        if (finding instanceof PortFinding.NotRecognised unknown && unknown.bytes() > 0) {
            Foreign before = foreign.getOrDefault(unknown.port(), new Foreign(0, 0));
            foreign.put(unknown.port(), new Foreign(before.times() + 1, System.nanoTime()));
            return finding;
        }
        foreign.remove(finding.port());
        List<Claim> claims = finding.claims();
        Optional<Claim> meant = template.meant(claims);
        if (meant.isEmpty()) {
            return claims.size() == 1
                    ? new PortFinding.Ambiguous(
                            finding.port(), finding.baud(), claims) // a unit, but not the one that is set
                    : finding;
        }
        Claim claim = meant.get();
        List<String> missing = template.missing(claim.model());
        return missing.isEmpty() && understood(template.found(claim, finding.baud()))
                ? new PortFinding.Recognised(finding.port(), finding.baud(), claim)
                : new PortFinding.NotSet(finding.port(), finding.baud(), claim.model(), missing);
    }

    private static boolean understood(UnitProfile profile) {
        try {
            return !DeviceCodecs.of(profile).model().isEmpty();
        } catch (IllegalArgumentException e) {
            return false; // what is set does not fit such a unit
        }
    }

    @Override
    public boolean elsewhere() {
        return true;
    }
}
