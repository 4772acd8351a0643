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
     * Codes the samples of one derived lead from {@code from} on.
     *
     * @param n which of the derived leads
     * @param half whether the lead counts in half steps, so that nothing was rounded
     */
    void code(
            EntropyCoder coder,
            int n,
            Relation relation,
            boolean half,
            int[] own,
            int[] first,
            int[] second,
            int from) {
        int lead = Math.min(n, LEADS - 1);
        int last = own[from - 1] - predicted(relation, half, first[from - 1], second[from - 1]);
        for (int t = from; t < own.length; t++) {
            int twice = relation.twice(first[t], second[t]);
            int negative = twice >>> 31;
            int predicted = half ? twice : twice >> 1;
            int cut = lead * EACH + CUTS * (LeadState.clip(last, NEAR) + NEAR) + 2 * negative + (twice & 1);
            int digits = ((lead * DIGIT + digit(first[t])) * DIGIT + digit(second[t])) * 2;
            last = code(coder, cut, digits + negative, own[t] - predicted);
            own[t] = predicted + last;
        }
    }

    private static int digit(int value) {
        int digit = value % DIGIT;
        return digit + (digit >> 31 & DIGIT);
    }

    private static int predicted(Relation relation, boolean half, int first, int second) {
        int twice = relation.twice(first, second);
        return half ? twice : twice >> 1;
    }

    private int code(EntropyCoder coder, int cut, int digits, int residual) {
        if ((byDigits[digits] & AGE) == 0) {
            byDigits[digits] = byCut[cut] & ~AGE;
        }
        int symbol = SYMBOL[LeadState.clip(residual, NEAR) + NEAR];
        int coded = coder.code(symbol, (byCut[cut] + byDigits[digits] >>> 1 & HALVES) + FLOORS);
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
