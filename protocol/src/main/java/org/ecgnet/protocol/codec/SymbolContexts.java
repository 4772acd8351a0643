package org.ecgnet.protocol.codec;

/** In which contexts a lead's symbols are coded, and how these are brought together: what sets the two forms apart. */
interface SymbolContexts {

    /**
     * Codes one symbol of sixteen and learns from it.
     *
     * @param symbol any value when decoding
     * @param surroundings what is known of the sample
     */
    int code(EntropyCoder coder, int symbol, Surroundings surroundings);

    /** Back to the start, as at a key chunk. */
    void forget();
}
