package org.ecgnet.protocol.codec;

import java.util.Arrays;

/** What goes on from a key chunk to those after it: the plan, the past of each lead and what the model has learnt. */
final class Running {

    private static final int PAST = CodedLead.PAST;

    final LeadPlan plan;

    private final SpanModel model;
    private final int[][] past;
    private final int[] independent;
    private final int[] derived;
    private final CodedLead[] leads;
    private final SpanWeights weights = new SpanWeights();
    private int chunks;

    Running(LeadPlan plan, SpanModel model) {
        this.plan = plan;
        this.model = model;
        this.past = new int[plan.lattices().size()][PAST];
        this.independent = plan.independent();
        this.derived = plan.derived();
        this.leads = new CodedLead[independent.length];
        Arrays.setAll(leads, CodedLead::new);
    }

    int leads() {
        return past.length;
    }

    /** Chunks since the key chunk, itself included; 0 when the next must be a key chunk. */
    int chunks() {
        return chunks;
    }

    boolean goesOnWith(int[][] counts) {
        return counts.length == leads() && plan.holds(counts);
    }

    /** Room for the past, the samples and the last of them once more. */
    int[][] multiples(int samples) {
        int[][] multiples = new int[leads()][];
        for (int lead = 0; lead < multiples.length; lead++) {
            multiples[lead] = Arrays.copyOf(past[lead], PAST + samples + 1);
        }
        return multiples;
    }

    void enter(int[][] counts, int[][] multiples) {
        for (int lead = 0; lead < counts.length; lead++) {
            plan.lattices().get(lead).multiples(counts[lead], multiples[lead], PAST);
        }
    }

    /** The first value of each independent lead becomes its past, so that an offset costs nothing more. */
    void codeFirst(EntropyCoder coder, int[][] multiples) {
        if (multiples[0].length == PAST + 1) {
            return;
        }
        for (int lead : independent) {
            int first = coder.whole(multiples[lead][PAST]);
            Arrays.fill(multiples[lead], 0, PAST, first);
        }
    }

    void code(EntropyCoder coder, int[][] multiples) {
        int[] silent = new int[multiples[0].length];
        int[] room = new int[multiples[0].length];
        for (int n = 0; n < leads.length; n++) {
            CodedLead lead = leads[n];
            lead.enter(multiples[independent[n]], leads, silent, room);
            for (int from = PAST; from < lead.end(); from += StepPrediction.SPAN) {
                int to = Math.min(lead.end(), from + StepPrediction.SPAN);
                if (coder.decodes()) {
                    StepPrediction.read(coder, lead);
                } else {
                    weights.write(coder, lead, from, to);
                }
                model.code(coder, lead, from, to);
            }
            lead.close();
        }
        for (int n = 0; n < derived.length; n++) {
            int lead = derived[n];
            model.codeDerived(
                    coder,
                    n,
                    new DerivedLead(
                            plan.relations().get(lead), plan.half(lead), multiples[lead], multiples[0], multiples[1]));
        }
        for (int lead = 0; lead < past.length; lead++) {
            int end = multiples[lead].length - 1;
            past[lead] = Arrays.copyOfRange(multiples[lead], end - PAST, end);
        }
        chunks = chunks == ModelledForm.MOST_SINCE_KEY ? 0 : chunks + 1;
    }

    int[][] counts(int[][] multiples) {
        int[][] counts = new int[multiples.length][];
        for (int lead = 0; lead < counts.length; lead++) {
            int[] own = multiples[lead];
            counts[lead] = plan.lattices().get(lead).counts(own, PAST, own.length - 1);
        }
        return counts;
    }
}
