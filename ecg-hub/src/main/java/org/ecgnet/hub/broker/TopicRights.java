package org.ecgnet.hub.broker;

import java.util.regex.Pattern;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.ca.CountyAuthority;
import org.ecgnet.protocol.uplink.Topics;

/**
 * What the bearer of a certificate may do: the hub everything, a site publish its own uplink and subscribe its own
 * downlink, exactly.
 */
final class TopicRights {

    private static final Pattern SITE = Pattern.compile("[a-z0-9-]{1,40}");

    private TopicRights() {}

    static boolean known(String commonName) {
        return SITE.matcher(commonName).matches();
    }

    static boolean mayPublish(String commonName, String address) {
        return isHub(commonName) || address.equals(address(Topics.up(new SiteCode(commonName))));
    }

    static boolean maySubscribe(String commonName, String address) {
        return isHub(commonName) || address.equals(address(Topics.down(new SiteCode(commonName))));
    }

    /** Client ids are {@code CN} or {@code CN~anything}: nobody can push another's session out. */
    static boolean mayBeNamed(String commonName, String clientId) {
        return clientId.equals(commonName) || clientId.startsWith(commonName + "~");
    }

    private static boolean isHub(String commonName) {
        return commonName.equals(CountyAuthority.HUB);
    }

    /** The broker's address for a topic: levels are divided by dots. */
    private static String address(String topic) {
        return topic.replace('/', '.');
    }
}
