package org.ecgnet.hub.exam;

import org.ecgnet.ecg.UnitMarks;
import org.ecgnet.protocol.uplink.Bytes;

/**
 * A chunk of an exam as it is stored: about one second of all leads.
 *
 * @param seq from 1
 * @param firstSample index of its first sample in the recording, as the clinic said
 * @param samples of each lead
 * @param waveform packed as in {@code protocol.codec}; as it came until the exam is old, then in the dense form
 * @param crc32c of the raw samples
 * @param marks sample numbers count from the segment's first sample
 */
public record Segment(int seq, int firstSample, int samples, Bytes waveform, int crc32c, UnitMarks marks) {}
