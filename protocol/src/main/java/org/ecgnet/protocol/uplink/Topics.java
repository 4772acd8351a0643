package org.ecgnet.protocol.uplink;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgnet.ecg.SiteCode;

/** The only place where MQTT topics are spelled. One topic a site and direction keeps an exam's messages in order. */
public final class Topics {

    private static final String UP = "ecg/v1/up/";
    private static final String DOWN = "ecg/v1/down/";
    private static final Pattern UP_FORM = Pattern.compile("ecg/v1/up/([a-z0-9-]{1,40})");

    private Topics() {}

    /** What the site publishes: {@code ecg/v1/up/SITE}. */
    public static String up(SiteCode site) {
        return UP + site;
    }

    /** What the site subscribes: {@code ecg/v1/down/SITE}. */
    public static String down(SiteCode site) {
        return DOWN + site;
    }

    /** What the hub subscribes: every site's uplink. */
    public static String allUp() {
        return UP + "+";
    }

    /** The site whose uplink topic this is; empty for any other topic. */
    public static Optional<SiteCode> siteOfUp(String topic) {
        Matcher matcher = UP_FORM.matcher(topic);
        return matcher.matches() ? Optional.of(new SiteCode(matcher.group(1))) : Optional.empty();
    }
}
