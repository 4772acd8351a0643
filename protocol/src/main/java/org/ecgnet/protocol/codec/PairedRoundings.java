package org.ecgnet.protocol.codec;

/**
 * The roundings of a derived lead, two samples to a symbol. Where one rule holds for a whole span, as it does where one program
 * rounded once, the rule is all that is coded.
 */
final class PairedRoundings {

    /** More derived leads than the limb leads have share the last one's contexts. */
    private static final int LEADS = 4;

    private static final int CUTS = 4;
    private static final int FAR = EntropyCoder.SYMBOLS - 1;
    private static final int LEAST_RULE = -2;
    private static final int RULE_BITS = 2;
    /** Of the two residuals -1, 0, 1: the first counts three times. */
    private static final int[] WEIGHTS = {4, 40, 4, 40, 400, 40, 4, 40, 4, 1, 1, 1, 1, 1, 1, 1};

    private static final byte[] ONE = {-1, -1, -1, 0, 0, 0, 1, 1, 1};
    private static final byte[] OTHER = {-1, 0, 1, -1, 0, 1, -1, 0, 1};

    private final SymbolTable table = SymbolTable.longLived(LEADS * CUTS * CUTS);

    PairedRoundings() {
        forget();
    }

    void forget() {
        table.begin(SymbolTable.context(WEIGHTS));
    }

    void code(EntropyCoder coder, int n, DerivedLead lead) {
        int end = lead.samples().length - 1;
        int[] residuals = new int[StepPrediction.SPAN + 1];
        for (int from = CodedLead.PAST; from < end; from += StepPrediction.SPAN) {
            int to = Math.min(end, from + StepPrediction.SPAN);
            int[] rule = new int[CUTS];
            int ruled = coder.bits(!coder.decodes() && compare(lead, from, to, residuals, rule) ? 1 : 0, 1);
            if (ruled == 1) {
                for (int cut = 0; cut < CUTS; cut++) {
                    rule[cut] = coder.bits(rule[cut] - LEAST_RULE & (1 << RULE_BITS) - 1, RULE_BITS) + LEAST_RULE;
                }
            } else {
                codePairs(coder, Math.min(n, LEADS - 1), lead, from, to, residuals);
            }
            if (coder.decodes()) {
                restore(lead, from, to, residuals, ruled, rule);
            }
        }
    }

    /** What was cut off, and the sign. */
    private static int cut(int twice) {
        return (twice >>> 30 & 2) + (twice & 1);
    }

    /** Fills in residuals and the rule they follow; false when they follow none. */
    private static boolean compare(DerivedLead lead, int from, int to, int[] residuals, int[] rule) {
        int[] own = lead.samples();
        int shift = lead.half() ? 0 : 1;
        boolean[] seen = new boolean[CUTS];
        int unlike = 0;
        for (int t = from; t < to; t++) {
            int twice = lead.twice(t);
            int residual = own[t] - (twice >> shift);
            int cut = cut(twice);
            if (!seen[cut]) {
                seen[cut] = true;
                rule[cut] = residual;
            }
            residuals[t - from] = residual;
            unlike |= rule[cut] ^ residual;
        }
        residuals[to - from] = 0;
        for (int residual : rule) {
            unlike |= residual - LEAST_RULE & -(1 << RULE_BITS);
        }
        return unlike == 0;
    }

    private void codePairs(EntropyCoder coder, int n, DerivedLead lead, int from, int to, int[] residuals) {
        for (int t = from; t < to; t += 2) {
            int cuts = cut(lead.twice(t)) * CUTS + cut(lead.twice(t + 1));
            int base = n * CUTS * CUTS + cuts << SymbolTable.LONGS_SHIFT;
            int one = residuals[t - from] + 1;
            int other = residuals[t - from + 1] + 1;
            boolean near = (one | other) >>> 2 == 0 && one != 3 && other != 3;
            int symbol = coder.symbol(near ? 3 * one + other : FAR, table.cells, base);
            table.learn(base, symbol);
            if (symbol >= ONE.length) {
                residuals[t - from] = coder.whole(one - 1);
                residuals[t - from + 1] = coder.whole(other - 1);
            } else {
                residuals[t - from] = ONE[symbol];
                residuals[t - from + 1] = OTHER[symbol];
            }
        }
    }

    private static void restore(DerivedLead lead, int from, int to, int[] residuals, int ruled, int[] rule) {
        int[] own = lead.samples();
        int shift = lead.half() ? 0 : 1;
        for (int t = from; t < to; t++) {
            int twice = lead.twice(t);
            own[t] = (twice >> shift) + (ruled == 1 ? rule[cut(twice)] : residuals[t - from]);
        }
    }
}
