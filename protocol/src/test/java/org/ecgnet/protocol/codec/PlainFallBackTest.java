package org.ecgnet.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An encoder whose model is not the decoder's: what a fault in either of them would be. */
class PlainFallBackTest {

    private static final int KEY_EVERY = 10;
    private static final int SAMPLES = 500;

    @ParameterizedTest
    @ValueSource(bytes = {ModelledForm.FAST, ModelledForm.DENSE})
    void whatTheDecoderDoesNotReadBackGoesOutPlain(byte form) {
        var packer = new ChunkPacker(Optional.of(new ModelledForm(form, new EvenContexts())), KEY_EVERY);
        var unpacker = new ChunkUnpacker();

        for (int chunk = 0; chunk < 3; chunk++) {
            int[][] counts = AdversarialInputs.twelveLeads(chunk, SAMPLES);
            byte[] packed = packer.pack(counts);

            assertThat(packed[0]).isEqualTo(PlainForm.FORM);
            assertThat(unpacker.unpack(packed, counts.length, SAMPLES, WaveformCodec.crc32c(counts)))
                    .isInstanceOfSatisfying(Unpacked.Samples.class, samples -> assertThat(samples.counts())
                            .isDeepEqualTo(counts));
        }
    }

    @Test
    void theSameEncoderWithItsOwnModelIsReadBack() {
        var packer = new ChunkPacker(Optional.of(ModelledForm.fast()), KEY_EVERY);

        assertThat(packer.pack(AdversarialInputs.twelveLeads(0, SAMPLES))[0]).isEqualTo(ModelledForm.FAST);
    }

    /** Every symbol as likely as any other. */
    private static final class EvenContexts implements SymbolContexts {

        @Override
        public int code(EntropyCoder coder, int symbol, Surroundings surroundings) {
            return coder.bits(symbol, 4);
        }

        @Override
        public void forget() {
            // nothing is learnt
        }
    }
}
