package org.ecgnet.protocol.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * The model of all leads, lead after lead, each with the ones already coded beside it. One description for both directions:
 * encoding reads the samples, decoding fills them in.
 */
final class SampleModel {

    private final LeadPlan plan;
    private final SymbolContexts contexts;
    private final RoundingModel roundings;
    private final int[] independent;
    private final int[] derived;
    private final List<LeadState> states = new ArrayList<>();

    SampleModel(LeadPlan plan, SymbolContexts contexts, RoundingModel roundings) {
        this.plan = plan;
        this.contexts = contexts;
        this.roundings = roundings;
        this.independent = plan.independent();
        this.derived = plan.derived();
        for (int n = 0; n < independent.length; n++) {
            states.add(new LeadState());
        }
    }

    /**
     * @param multiples by lead and time; {@link LeadState#PAST} samples of the past, then those to code, which a decoder fills
     */
    void code(EntropyCoder coder, int[][] multiples) {
        List<CodedLead> leads = new ArrayList<>();
        for (int n = 0; n < independent.length; n++) {
            int[] samples = multiples[independent[n]];
            leads.add(new CodedLead(samples, new int[samples.length]));
            states.get(n).code(coder, contexts, n, leads.get(n), leads.get(Math.max(0, n - 1)), second(leads, n));
        }
        for (int n = 0; n < derived.length; n++) {
            int lead = derived[n];
            roundings.code(
                    coder,
                    n,
                    plan.relations().get(lead),
                    plan.half(lead),
                    multiples[lead],
                    multiples[0],
                    multiples[1],
                    LeadState.PAST);
        }
    }

    private static CodedLead second(List<CodedLead> leads, int n) {
        return leads.get(n > 1 ? n - 2 : n);
    }
}
