/**
 * The wire between clinic and hub: messages as records, their protobuf v1 form, and the topics.
 *
 * <p>The generated classes stay in here; everyone else sees {@link org.ecgnet.protocol.uplink.UplinkMessage} and
 * {@link org.ecgnet.protocol.uplink.DownlinkMessage}. Encoding and decoding are pure; hostile bytes end in a
 * {@code Refused} outcome with a reason, never in an exception.
 */
@NullMarked
package org.ecgnet.protocol.uplink;

import org.jspecify.annotations.NullMarked;
