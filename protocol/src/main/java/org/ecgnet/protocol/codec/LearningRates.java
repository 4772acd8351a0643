package org.ecgnet.protocol.codec;

/**
 * How far a context moves towards the symbol it has seen: by half at first, then by a quarter, and so on with its age. What is
 * taken off and what is added is kept ready for four lanes at a time.
 */
final class LearningRates {

    private static final int AGES = 256;
    private static final int LANES = 4;

    /** Of contexts that many samples share. */
    private static final int[] LONG = {1, 2, 5, 12, 40, 100};

    /** Of contexts that few samples share, or that follow what changes. */
    private static final int[] SHORT = {1, 2, 5, 12, 40};

    private final int symbols;
    private final byte[] rateOfAge = new byte[AGES];
    private final long[] masks;
    private final long[] gains;

    private LearningRates(int symbols, int total, int[] until) {
        this.symbols = symbols;
        int rates = until.length + 1;
        this.masks = new long[rates];
        this.gains = new long[rates * symbols * symbols / LANES];
        for (int age = 0; age < AGES; age++) {
            int rate = 0;
            while (rate < until.length && age >= until[rate]) {
                rate++;
            }
            rateOfAge[age] = (byte) rate;
        }
        for (int rate = 0; rate < rates; rate++) {
            long lane = (1L << Short.SIZE - shift(rate)) - 1;
            masks[rate] = lane * 0x0001_0001_0001_0001L;
            for (int symbol = 0; symbol < symbols; symbol++) {
                fill(rate, symbol, total >> shift(rate), rate < rates - 1);
            }
        }
    }

    /** @param total of the frequencies that are learnt */
    static LearningRates longLived(int symbols, int total) {
        return new LearningRates(symbols, total, LONG);
    }

    /** @param total of the frequencies that are learnt */
    static LearningRates shortLived(int symbols, int total) {
        return new LearningRates(symbols, total, SHORT);
    }

    private void fill(int rate, int symbol, long gain, boolean grows) {
        int at = gain(rate, symbol);
        gains[at] = grows ? 1 : 0;
        for (int above = symbol + 1; above < symbols; above++) {
            gains[at + above / LANES] |= gain << Short.SIZE * (above % LANES);
        }
    }

    int rate(int age) {
        return rateOfAge[age];
    }

    static int shift(int rate) {
        return rate + 1;
    }

    /** What may remain of a lane that was shifted. */
    long mask(int rate) {
        return masks[rate];
    }

    /** Where the gains of a symbol are: what is added to the starts of the symbols above it, and one to the age. */
    int gain(int rate, int symbol) {
        return (rate * symbols + symbol) * symbols / LANES;
    }

    long gainAt(int at) {
        return gains[at];
    }
}
