package org.ecgnet.protocol.codec;

import java.util.Optional;

/**
 * Forms 2 and 3: {@code form | chunks since the key chunk | entropy-coded: plan and first values in a key chunk, samples}.
 *
 * <p>A key chunk begins anew and stands for itself; each further one goes on with what the model learnt and can be read only
 * after all chunks since its key. The whole of it is described in {@code FORMAT.md} beside the sources.
 */
final class ModelledForm {

    static final byte FAST = 2;
    static final byte DENSE = 3;

    /** Most chunks after a key chunk. */
    static final int MOST_SINCE_KEY = 255;

    private static final int HEADER_BYTES = 2;
    /** A symbol has at most 32708 of 32768 frequencies, so that no byte holds more than 3025 samples. */
    private static final int MOST_SAMPLES_A_BYTE = 3_100;

    private final byte form;
    private final SpanModel model;
    private Optional<Running> running = Optional.empty();

    ModelledForm(byte form, SpanModel model) {
        this.form = form;
        this.model = model;
    }

    static ModelledForm fast() {
        return new ModelledForm(FAST, new FastModel());
    }

    static ModelledForm dense() {
        return new ModelledForm(DENSE, new DenseModel());
    }

    /** Chunks since the key chunk, itself included; 0 when the next is a key chunk. */
    int sinceKey() {
        return running.map(Running::chunks).orElse(0);
    }

    /** The next chunk is a key chunk. */
    void reset() {
        running = Optional.empty();
    }

    byte[] pack(int[][] counts) {
        if (running.isPresent() && !running.get().goesOnWith(counts)) {
            reset();
        }
        RansEncoder coder = new RansEncoder(counts.length * counts[0].length + 64);
        int number = sinceKey();
        Running state = running.orElseGet(() -> begin(LeadPlan.of(counts)));
        running = Optional.of(state);
        int[][] multiples = state.multiples(counts[0].length);
        state.enter(counts, multiples);
        if (number == 0) {
            state.plan.write(coder);
            state.codeFirst(coder, multiples);
        }
        state.code(coder, multiples);
        byte[] packed = coder.finish(HEADER_BYTES);
        packed[0] = form;
        packed[1] = (byte) number;
        return packed;
    }

    Unpacked unpack(byte[] packed, int leads, int samples) {
        if (packed.length < HEADER_BYTES || (long) leads * samples > (packed.length + 8L) * MOST_SAMPLES_A_BYTE) {
            return new Unpacked.Refused(packed.length + " bytes for " + leads + " x " + samples + " samples");
        }
        int number = packed[1] & 0xFF;
        if (number == 0) {
            reset();
        } else if (number != sinceKey() || running.stream().anyMatch(state -> state.leads() != leads)) {
            reset();
            return new Unpacked.Refused("chunk " + number + " after its key chunk, and the one before it is missing"
                    + " (readable again from the next key chunk)");
        }
        try {
            return new Unpacked.Samples(read(new RansDecoder(packed, HEADER_BYTES), leads, samples));
        } catch (FormException e) {
            reset();
            return new Unpacked.Refused(String.valueOf(e.getMessage()));
        }
    }

    private int[][] read(RansDecoder coder, int leads, int samples) {
        boolean key = running.isEmpty();
        Running state = running.orElseGet(() -> begin(LeadPlan.read(coder, leads)));
        running = Optional.of(state);
        int[][] multiples = state.multiples(samples);
        if (key) {
            state.codeFirst(coder, multiples);
        }
        state.code(coder, multiples);
        if (!coder.wholly()) {
            throw new FormException("bytes left over");
        }
        return state.counts(multiples);
    }

    private Running begin(LeadPlan plan) {
        model.forget();
        return new Running(plan, model);
    }
}
