package org.ecgnet.edge.update;

import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;

/**
 * Where new versions come from.
 *
 * @param hub address of the centre's console, https
 * @param key the county's, whose signature an offer must have
 * @param every how often the hub is asked
 * @param quietFor no exam may have begun for so long before the agent makes way
 * @param hubWithin a new version that has not reached the hub after so long is taken back
 */
public record UpdateSettings(URI hub, PublicKey key, Duration every, Duration quietFor, Duration hubWithin) {

    public UpdateSettings {
        if (!"https".equals(hub.getScheme()) || hub.getHost() == null) {
            throw new IllegalArgumentException("'" + hub + "' (expected: such as https://hub.county.example:8443)");
        }
    }
}
