package org.ecgnet.protocol.codec;

import java.util.Arrays;

/**
 * Form 3: two tables, by how large residuals are around the sample, and by where the last value and the straight line lie and
 * what is left of the prediction by five: files whose makers rounded to five microvolts pile up on its multiples. They are mixed
 * by weights that follow how well each has done.
 */
final class DenseModel implements SpanModel {

    private static final int WIDE = 10;
    private static final int WIDES = 2 * WIDE + 1;
    private static final int DIGIT = 5;

    /** Weights are kept by whether the last value is the prediction, whether the line is, and by the level. */
    private static final int SELECTIONS = 16;

    private static final int WEIGHT_BITS = 16;
    private static final int WHOLE = 1 << WEIGHT_BITS;
    private static final int LEAST_WEIGHT = 64;
    private static final int MOVE_SHIFT = 6;
    /** Every second lane. */
    private static final long EVEN = 0x0000_FFFF_0000_FFFFL;

    private final SymbolTable byLevel = SymbolTable.longLived(Residuals.LEVELS);
    private final SymbolTable byPlace = SymbolTable.shortLived(DIGIT * WIDES * WIDES);
    private final RoundingModel roundings = new RoundingModel();
    /** Of the table by place. */
    private final int[] weights = new int[SELECTIONS];

    private final long[] mixed = {0, 0, 0, 0, EntropyCoder.TOTAL};

    DenseModel() {
        forget();
    }

    @Override
    public void forget() {
        byLevel.begin(Residuals.INITIAL);
        byPlace.forget();
        roundings.forget();
        Arrays.fill(weights, WHOLE / 4);
    }

    @Override
    public void code(EntropyCoder coder, CodedLead lead, int from, int to) {
        int[] own = lead.samples;
        int[] residuals = lead.residuals;
        int[] sizes = lead.sizes;
        int[] near = lead.nearSizes;
        int[] second = lead.secondSizes;
        int ownShift = lead.ownShift();
        int[] taps = lead.weights.clone();
        int[] nearSamples = lead.near;
        int[] secondSamples = lead.second;
        boolean decodes = coder.decodes();
        int size = lead.size;
        int sizeBefore = lead.sizeBefore;
        for (int t = from; t < to; t++) {
            int level = Residuals.level((size << ownShift) + sizeBefore + 2 * near[t] + second[t]);
            int last = own[t - 1];
            int step = decodes
                    ? StepPrediction.step(taps, own, nearSamples, secondSamples, t)
                    : own[t] - last - residuals[t];
            int residual = code(coder, level, last + step, -step, last - own[t - 2] - step, residuals[t]);
            residuals[t] = residual;
            own[t] = last + step + residual;
            sizeBefore = size;
            size = Residuals.size(residual);
            sizes[t] = size;
        }
        lead.size = size;
        lead.sizeBefore = sizeBefore;
    }

    private int code(EntropyCoder coder, int level, int predicted, int toLast, int toLine, int residual) {
        int shift = Residuals.shift(level);
        int base = Residuals.base(level);
        int place = (Math.floorMod(predicted, DIGIT) * WIDES + clip(toLast)) * WIDES + clip(toLine)
                << SymbolTable.LONGS_SHIFT;
        int selection = (toLast == 0 ? 1 : 0) | (toLine == 0 ? 2 : 0) | Math.min(3, Residuals.number(level) >> 2) << 2;
        byPlace.inherit(place, byLevel, base);
        mix(weights[selection], place, base);
        int low = coder.low(residual + Residuals.half(shift), shift);
        int symbol = coder.symbol(Residuals.symbol(residual, shift), mixed, 0);
        weigh(selection, byPlace.frequency(place, symbol), byLevel.frequency(base, symbol));
        byLevel.learn(base, symbol);
        byPlace.learn(place, symbol);
        return Residuals.residual(coder, symbol, low, shift, residual);
    }

    private static int clip(int away) {
        return Math.max(-WIDE, Math.min(WIDE, away)) + WIDE;
    }

    private void mix(long weight, int place, int base) {
        long rest = WHOLE - weight;
        for (int four = 0; four < 4; four++) {
            long one = byPlace.cells[place + four];
            long other = byLevel.cells[base + four];
            long even = (one & EVEN) * weight + (other & EVEN) * rest;
            long odd = (one >>> Short.SIZE & EVEN) * weight + (other >>> Short.SIZE & EVEN) * rest;
            mixed[four] = even >>> WEIGHT_BITS & EVEN | odd & ~EVEN;
        }
    }

    /** Moves the weight towards the share that the table by place had in the symbol's probability. */
    private void weigh(int selection, int byPlace, int byLevel) {
        int weight = weights[selection];
        long share = (long) byPlace * weight;
        long sum = share + (long) byLevel * (WHOLE - weight);
        int target = (int) ((double) (share * (WHOLE - 2 * LEAST_WEIGHT)) / sum) + LEAST_WEIGHT; // exact: below 2^52
        weights[selection] = weight + (target - weight >> MOVE_SHIFT);
    }

    @Override
    public void codeDerived(EntropyCoder coder, int n, DerivedLead lead) {
        roundings.code(coder, n, lead);
    }
}
