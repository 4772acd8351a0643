package org.ecgnet.protocol.codec;

/**
 * A lead that follows from the first two, with the samples of a chunk after {@link CodedLead#PAST} of the past.
 *
 * @param half whether the lead counts in half steps, so that nothing was rounded
 * @param samples which a decoder fills
 */
record DerivedLead(Relation relation, boolean half, int[] samples, int[] first, int[] second) {

    int twice(int t) {
        return relation.twice(first[t], second[t]);
    }
}
