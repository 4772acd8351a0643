package org.ecgnet.protocol.codec;

/**
 * A lead of a chunk while it is coded.
 *
 * @param samples {@link LeadState#PAST} samples of the past, then those of the chunk, which a decoder fills
 * @param residuals of the same times
 */
record CodedLead(int[] samples, int[] residuals) {}
