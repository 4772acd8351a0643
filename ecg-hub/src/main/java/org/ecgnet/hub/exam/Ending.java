package org.ecgnet.hub.exam;

import org.ecgnet.protocol.uplink.Bytes;
import org.ecgnet.protocol.uplink.SampleDigest;

/**
 * What the clinic said the whole exam must be.
 *
 * @param chunks how many segments, numbered from 1
 * @param samples of each lead
 * @param sha256 of all samples, see {@link SampleDigest}
 */
public record Ending(int chunks, int samples, Bytes sha256) {}
