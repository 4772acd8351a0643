package org.ecgnet.protocol.codec;

/**
 * Six contexts a sample, mixed by weights that follow how well each has done where the simple predictions agree as they do
 * here: each symbol moves its weights towards the share that each context had in its probability.
 */
final class DenseContexts implements SymbolContexts {

    private static final int LEADS = 17;
    private static final int NEAR = 8;
    private static final int WIDE = 10;
    private static final int WIDES = 2 * WIDE + 1;
    private static final int NEARS = 2 * NEAR + 1;
    /** Files whose makers rounded to five microvolts pile up on multiples of five. */
    private static final int DIGIT = 5;

    private static final long[] FLOORS = {
        SymbolTable.floors(0), SymbolTable.floors(4), SymbolTable.floors(8), SymbolTable.floors(12),
    };
    private static final int SELECTIONS = 16;
    private static final int WEIGHT_BITS = 16;
    private static final int LEAST_WEIGHT = 256;
    private static final long SHARED = (1 << WEIGHT_BITS) - 6 * LEAST_WEIGHT;
    private static final int MOVE_SHIFT = 5;
    /** Bits behind the point of a share's worth. */
    private static final int SHARE_BITS = 24;
    /** Every second lane, and the same lanes of a sum shifted to their places. */
    private static final long EVEN = 0x0000_FFFF_0000_FFFFL;

    private final SymbolTable[] tables = {
        SymbolTable.longLived(Residuals.LEVELS),
        SymbolTable.shortLived(NEARS * NEARS * 2),
        SymbolTable.shortLived(WIDES * WIDES * 2),
        SymbolTable.shortLived(NEARS * NEARS * 2),
        SymbolTable.shortLived(DIGIT * WIDES * WIDES),
        SymbolTable.shortLived(LEADS * Residuals.LEVELS),
    };
    private final int[] bases = new int[tables.length];
    private final int[] shares = new int[tables.length];
    private final int[] weights = new int[SELECTIONS * tables.length];
    private final long[] mixed = {0, 0, 0, 0, EntropyCoder.TOTAL};

    DenseContexts() {
        forget();
    }

    @Override
    public void forget() {
        tables[0].begin(Residuals.INITIAL);
        for (int n = 1; n < tables.length; n++) {
            tables[n].forget();
        }
        java.util.Arrays.fill(weights, (1 << WEIGHT_BITS) / tables.length);
    }

    @Override
    public int code(EntropyCoder coder, int symbol, Surroundings at) {
        enter(at);
        int selected = tables.length
                * ((at.toLast == 0 ? 1 : 0)
                        | (at.toLine == 0 ? 2 : 0)
                        | (at.step == 0 ? 4 : 0)
                        | (at.lead > 0 && at.nearStep == 0 ? 8 : 0));
        for (int four = 0; four < FLOORS.length; four++) {
            mixed[four] = mix(selected, four) + FLOORS[four];
        }
        mixed[0] &= ~SymbolTable.AGE;
        int coded = coder.code(symbol, mixed);
        learn(selected, coded);
        return coded;
    }

    private void enter(Surroundings at) {
        int shifted = at.shift > 0 ? 1 : 0;
        bases[0] = SymbolTable.base(at.level);
        bases[1] = SymbolTable.base(FastContexts.place(at, NEAR));
        bases[2] = SymbolTable.base(FastContexts.pair(at.nearStep, at.step, WIDE) * 2 + shifted);
        bases[3] = SymbolTable.base(FastContexts.pair(at.nearResidual, at.residual, NEAR) * 2 + shifted);
        bases[4] = SymbolTable.base(
                Math.floorMod(at.predicted, DIGIT) * WIDES * WIDES + FastContexts.pair(at.toLast, at.toLine, WIDE));
        bases[5] = SymbolTable.base(at.lead * Residuals.LEVELS + at.level);
        for (int n = 1; n < tables.length; n++) {
            tables[n].inherit(bases[n], tables[0], bases[0]);
        }
    }

    /** The weighted mean of four lanes. */
    private long mix(int selected, int four) {
        long even = 0;
        long odd = 0;
        for (int n = 0; n < tables.length; n++) {
            long lanes = tables[n].four(bases[n] + four);
            long weight = weights[selected + n];
            even += (lanes & EVEN) * weight;
            odd += (lanes >>> Short.SIZE & EVEN) * weight;
        }
        return even >>> WEIGHT_BITS & EVEN | odd & ~EVEN;
    }

    private void learn(int selected, int symbol) {
        long sum = 1;
        for (int n = 0; n < tables.length; n++) {
            shares[n] = weights[selected + n] * (tables[n].frequency(bases[n], symbol) >> 1);
            sum += shares[n];
            tables[n].learn(bases[n], symbol);
        }
        long each = (SHARED << SHARE_BITS) / sum;
        int left = 1 << WEIGHT_BITS;
        for (int n = tables.length - 1; n > 0; n--) {
            int share = (int) (shares[n] * each >> SHARE_BITS) + LEAST_WEIGHT;
            int weight = weights[selected + n];
            weight += share - weight >> MOVE_SHIFT;
            weights[selected + n] = weight;
            left -= weight;
        }
        weights[selected] = left;
    }
}
