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
        var packer = new ChunkPacker(Optional.of(new ModelledForm(form, new EvenModel())), KEY_EVERY);
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

    /** Every residual as likely as any other. */
    private static final class EvenModel implements SpanModel {

        @Override
        public void code(EntropyCoder coder, CodedLead lead, int from, int to) {
            for (int t = from; t < to; t++) {
                coder.plain(lead.residuals[t] & 0xFFFF, 16);
            }
        }

        @Override
        public void codeDerived(EntropyCoder coder, int n, DerivedLead lead) {
            coder.bits(0, 1);
        }

        @Override
        public void forget() {
            // nothing is learnt
        }
    }
}
