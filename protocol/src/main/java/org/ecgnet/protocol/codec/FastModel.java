package org.ecgnet.protocol.codec;

/** Form 2: one table, by how large residuals are around the sample; derived leads by pairs of samples. */
final class FastModel implements SpanModel {

    private final SymbolTable byLevel = SymbolTable.longLived(Residuals.LEVELS);
    private final PairedRoundings roundings = new PairedRoundings();

    FastModel() {
        forget();
    }

    @Override
    public void forget() {
        byLevel.begin(Residuals.INITIAL);
        roundings.forget();
    }

    @Override
    public void code(EntropyCoder coder, CodedLead lead, int from, int to) {
        int[] residuals = lead.residuals;
        int[] sizes = lead.sizes;
        int[] near = lead.nearSizes;
        int[] second = lead.secondSizes;
        int ownShift = lead.ownShift();
        int size = lead.size;
        int sizeBefore = lead.sizeBefore;
        for (int t = from; t < to; t++) {
            int level = Residuals.level((size << ownShift) + sizeBefore + 2 * near[t] + second[t]);
            int base = Residuals.base(level);
            int shift = Residuals.shift(level);
            int residual = residuals[t];
            int low = coder.low(residual + Residuals.half(shift), shift);
            int symbol = coder.symbol(Residuals.symbol(residual, shift), byLevel.cells, base);
            byLevel.learn(base, symbol);
            residual = Residuals.residual(coder, symbol, low, shift, residual);
            residuals[t] = residual;
            sizeBefore = size;
            size = Residuals.size(residual);
            sizes[t] = size;
        }
        lead.size = size;
        lead.sizeBefore = sizeBefore;
        if (coder.decodes()) {
            StepPrediction.restore(lead, from, to);
        }
    }

    @Override
    public void codeDerived(EntropyCoder coder, int n, DerivedLead lead) {
        roundings.code(coder, n, lead);
    }
}
