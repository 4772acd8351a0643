package org.ecgnet.edge.uplink;

import org.ecgnet.protocol.uplink.Bytes;

/** What wakes the uplink's thread. */
sealed interface Signal {

    /** Look again: something was stored or has changed. */
    record Woken() implements Signal {}

    /** A message on the site's downlink. */
    record Arrived(Bytes payload) implements Signal {}

    /** The broker took a published message, which means no more than that. */
    record Acknowledged() implements Signal {}

    /** The broker refused a published message, or the line did not carry it. */
    record Failed(String reason) implements Signal {}

    /** The connection is gone. */
    record Lost(String reason) implements Signal {}
}
