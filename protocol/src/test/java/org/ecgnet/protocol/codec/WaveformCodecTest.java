package org.ecgnet.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaveformCodecTest {

    private static final int INPUTS = 100_000;

    @Test
    void everyModeGivesBackWhatItGotBitForBit() {
        AdversarialInputs.check(0, INPUTS);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAST", "DENSE"})
    void aHeartTakesLessThanHalfOfItsPlainForm(WaveformMode mode) {
        int[][] counts = AdversarialInputs.twelveLeads(1, 5000);

        byte[] packed = WaveformCodec.pack(mode, counts);

        assertThat(packed[0]).isNotEqualTo(PlainForm.FORM);
        assertThat(packed.length).isLessThan(WaveformCodec.pack(WaveformMode.PLAIN, counts).length / 2);
    }

    @ParameterizedTest
    @EnumSource
    void damagedBytesAreNamedAndNeverRead(WaveformMode mode) {
        int[][] counts = AdversarialInputs.twelveLeads(2, 500);
        byte[] packed = WaveformCodec.pack(mode, counts);
        int crc = WaveformCodec.crc32c(counts);
        Random random = new Random(7);
        for (int n = 0; n < 2_000; n++) {
            byte[] damaged = packed.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));

            assertThat(WaveformCodec.unpack(damaged, 12, 500, crc)).isInstanceOf(Unpacked.Refused.class);
        }
        for (int length = 0; length < packed.length; length += 7) {
            assertThat(WaveformCodec.unpack(Arrays.copyOf(packed, length), 12, 500, crc))
                    .isInstanceOf(Unpacked.Refused.class);
        }
        assertThat(WaveformCodec.unpack(Arrays.copyOf(packed, packed.length + 9), 12, 500, crc))
                .isInstanceOf(Unpacked.Refused.class);
    }

    @Test
    void hostileBytesAreRefusedOrReadButNeverThrow() {
        Random random = new Random(11);
        for (int n = 0; n < 20_000; n++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            if (bytes.length > 1) {
                bytes[0] = (byte) random.nextInt(5);
                bytes[1] = (byte) (random.nextInt(3) == 0 ? random.nextInt() : 0);
            }

            Unpacked unpacked = WaveformCodec.unpack(bytes, random.nextInt(19), random.nextInt(300), random.nextInt());

            assertThat(unpacked).isInstanceOf(Unpacked.Refused.class);
        }
    }

    @Test
    void aFewBytesCannotClaimAMillionSamples() {
        byte[] few = {ModelledForm.FAST, 0, 1, 2};

        assertThat(WaveformCodec.unpack(few, 17, WaveformCodec.MAX_SAMPLES, 0))
                .isInstanceOfSatisfying(Unpacked.Refused.class, refused -> assertThat(refused.reason())
                        .contains("4 bytes"));
    }

    @Test
    void leadsOfDifferentLengthAreRefusedByName() {
        assertThatThrownBy(() -> WaveformCodec.pack(WaveformMode.FAST, new int[][] {{1, 2}, {1}}))
                .hasMessageContaining("one length for all leads");
    }
}
