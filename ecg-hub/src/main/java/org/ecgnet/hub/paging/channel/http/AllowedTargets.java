package org.ecgnet.hub.paging.channel.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a webhook may go: hosts by name and networks as CIDR. A county's receivers live in private networks, so private
 * addresses are no reason to refuse; what is not listed is.
 */
public final class AllowedTargets {

    private final List<String> hosts = new ArrayList<>();
    private final List<Network> networks = new ArrayList<>();
    private final boolean plainLoopback;

    /**
     * @param entries host names, addresses, or networks such as {@code 10.20.0.0/16}
     * @param plainLoopback true when http without TLS may be used to this machine itself, as in the demo
     * @throws IllegalArgumentException for an entry of another form
     */
    public AllowedTargets(List<String> entries, boolean plainLoopback) {
        this.plainLoopback = plainLoopback;
        for (String entry : entries) {
            if (entry.contains("/")) {
                networks.add(Network.parse(entry));
            } else {
                hosts.add(entry.toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Why the target must not be used; empty when it may. Resolves the name of a host that is not listed itself. */
    public Optional<String> problem(URI target) {
        String host = target.getHost();
        if (host == null) {
            return Optional.of("target: no host (expected: https://host/...)");
        }
        boolean loopback = isLoopbackName(host);
        if (!"https".equals(target.getScheme()) && !(plainLoopback && loopback && "http".equals(target.getScheme()))) {
            return Optional.of("target: " + target.getScheme() + " (expected: https, or http to 127.0.0.1 in a demo)");
        }
        if (hosts.contains(host.toLowerCase(Locale.ROOT)) || everyAddressIn(host)) {
            return Optional.empty();
        }
        return Optional.of("target: host " + host + " is not allowed; add it or its network to 'allow'");
    }

    private static boolean isLoopbackName(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    private boolean everyAddressIn(String host) {
        if (networks.isEmpty()) {
            return false;
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                byte[] bytes = address.getAddress();
                if (networks.stream().noneMatch(network -> network.contains(bytes))) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Addresses that share their first bits. */
    private static final class Network {

        private final byte[] address;
        private final int bits;

        private Network(byte[] address, int bits) {
            this.address = address;
            this.bits = bits;
        }

        static Network parse(String cidr) {
            String[] parts = cidr.split("/", 2);
            try {
                if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
                    throw bad(cidr);
                }
                byte[] address = InetAddress.getByName(parts[0]).getAddress();
                int bits = Integer.parseInt(parts[1]);
                if (bits < 0 || bits > address.length * 8) {
                    throw bad(cidr);
                }
                return new Network(address, bits);
            } catch (UnknownHostException | NumberFormatException e) {
                throw bad(cidr);
            }
        }

        private static IllegalArgumentException bad(String cidr) {
            return new IllegalArgumentException(
                    "allow: '" + cidr + "' (expected: a host, or a network such as 10.20.0.0/16)");
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
