package org.ecgnet.protocol.codec;

/** What sets the two forms apart: how residuals and the roundings of derived leads are coded. */
interface SpanModel {

    /** Back to the start, as at a key chunk. */
    void forget();

    /** Codes a span of an independent lead of which the prediction's weights, and when encoding the residuals, are known. */
    void code(EntropyCoder coder, CodedLead lead, int from, int to);

    /**
     * Codes a derived lead's samples.
     *
     * @param n which of the derived leads
     */
    void codeDerived(EntropyCoder coder, int n, DerivedLead lead);
}
