package org.ecgnet.edge.patient;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Where the bridge program of the card reader listens.
 *
 * @param address {@code http}, on this computer
 * @param request what is POSTed, with {@code {code}} for a scanned code; empty asks by GET
 * @param timeout how long a card may take
 */
public record CardReaderSettings(URI address, String request, Duration timeout, CardMapping mapping) {

    private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "localhost", "[::1]");

    public CardReaderSettings {
        String host = address.getHost();
        if (!"http".equals(address.getScheme()) || host == null || !THIS_COMPUTER.contains(host)) {
            throw new IllegalArgumentException(
                    "url (expected: http://127.0.0.1:PORT/..., a bridge program on this computer: patients' data"
                            + " goes over it in the clear)");
        }
    }
}
