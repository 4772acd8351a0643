package org.ecgnet.protocol.codec;

import java.util.Arrays;

/**
 * The rounding of a derived lead: what it is off its relation. Two contexts, averaged: what was cut off, its sign and what came
 * of it last; and the last decimal digits of the two leads, which tell of counts that were rounded twice.
 */
final class RoundingModel {

    /** More derived leads than the limb leads have share the last one's contexts. */
    private static final int LEADS = 4;

    private static final int NEAR = 2;
    private static final int CUTS = 4;
    private static final int EACH = CUTS * (2 * NEAR + 1);
    private static final int DIGIT = 10;
    private static final int SYMBOLS = 4;
    private static final int SELDOM = SYMBOLS - 1;
    /** Of residuals of -2 to 2. */
    private static final byte[] SYMBOL = {SELDOM, 2, 0, 1, SELDOM};

    private static final byte[] RESIDUAL = {0, 1, -1};
    private static final int FLOOR = 8;
    private static final int LEARNT = EntropyCoder.TOTAL - SYMBOLS * FLOOR;
    private static final long FLOORS = (long) FLOOR << 16 | 2L * FLOOR << 32 | 3L * FLOOR << 48;
    private static final long AGE = 0xFFFFL;
    private static final long HALVES = 0x7FFF_7FFF_7FFF_0000L;
    /** At first: 3/5 as the relation says, a fifth above, a fifth below. */
    private static final long EVEN =
            (long) (LEARNT * 3 / 5) << 16 | (long) (LEARNT * 4 / 5) << 32 | (long) (LEARNT / 50 * 49) << 48;

    private static final LearningRates LONG = LearningRates.longLived(SYMBOLS, LEARNT);
    private static final LearningRates SHORT = LearningRates.shortLived(SYMBOLS, LEARNT);

    private final long[] byCut = new long[LEADS * EACH];
    private final long[] byDigits = new long[LEADS * DIGIT * DIGIT * 2];

    RoundingModel() {
        forget();
    }

    void forget() {
        Arrays.fill(byCut, EVEN);
        Arrays.fill(byDigits, 0);
    }

    /**
     * Codes the samples of one derived lead.
     *
     * @param n which of the derived leads
     */
    void code(EntropyCoder coder, int n, DerivedLead lead) {
        int number = Math.min(n, LEADS - 1);
        int[] own = lead.samples();
        int[] first = lead.first();
        int[] second = lead.second();
        int shift = lead.half() ? 0 : 1;
        int last = own[CodedLead.PAST - 1] - (lead.twice(CodedLead.PAST - 1) >> shift);
        for (int t = CodedLead.PAST; t < own.length - 1; t++) {
            int twice = lead.twice(t);
            int negative = twice >>> 31;
            int predicted = twice >> shift;
            int cut = number * EACH + CUTS * (clip(last) + NEAR) + 2 * negative + (twice & 1);
            int digits = ((number * DIGIT + digit(first[t])) * DIGIT + digit(second[t])) * 2;
            last = code(coder, cut, digits + negative, own[t] - predicted);
            own[t] = predicted + last;
        }
    }

    private static int clip(int residual) {
        return Math.max(-NEAR, Math.min(NEAR, residual));
    }

    private static int digit(int value) {
        int digit = value % DIGIT;
        return digit + (digit >> 31 & DIGIT);
    }

    private int code(EntropyCoder coder, int cut, int digits, int residual) {
        if ((byDigits[digits] & AGE) == 0) {
            byDigits[digits] = byCut[cut] & ~AGE;
        }
        int symbol = SYMBOL[clip(residual) + NEAR];
        int coded = coder.symbol(symbol, (byCut[cut] + byDigits[digits] >>> 1 & HALVES) + FLOORS);
        byCut[cut] = learn(LONG, byCut[cut], coded);
        byDigits[digits] = learn(SHORT, byDigits[digits], coded);
        return coded == SELDOM ? coder.whole(residual) : RESIDUAL[coded];
    }

    private static long learn(LearningRates rates, long context, int symbol) {
        int rate = rates.rate((int) (context & AGE));
        long less = context >>> LearningRates.shift(rate) & rates.mask(rate) & ~AGE;
        return context - less + rates.gainAt(rates.gain(rate, symbol));
    }
}
