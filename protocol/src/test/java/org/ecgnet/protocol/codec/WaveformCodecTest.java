package org.ecgnet.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WaveformCodecTest {

    /** Fixed seeds, so a red run names the waveform that broke it. */
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anySamplesReturnExactly(long seed) {
        Random random = new Random(seed);
        int[][] counts = new int[1 + random.nextInt(17)][random.nextInt(600)];
        int bits = 1 + random.nextInt(32);
        for (int[] lead : counts) {
            Arrays.setAll(lead, n -> random.nextInt() >> 32 - bits);
        }

        assertThat(unpack(WaveformCodec.pack(counts), counts))
                .isInstanceOfSatisfying(Unpacked.Samples.class, read -> assertThat(read.counts())
                        .isDeepEqualTo(counts));
    }

    @Test
    void extremeAndConstantSamplesReturnExactly() {
        int[][] counts = {
            {Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, 0, -1, 1},
            {7, 7, 7, 7, 7, 7},
            {0, 0, 0, 0, 0, 0},
            {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE, 0, Integer.MAX_VALUE},
        };

        assertThat(unpack(WaveformCodec.pack(counts), counts))
                .isInstanceOfSatisfying(Unpacked.Samples.class, read -> assertThat(read.counts())
                        .isDeepEqualTo(counts));
    }

    @Test
    void theFirstFormIsWrittenAsItsDescriptionSays() {
        // lead 0: 1, 3, 6 -> d 1, 1, 1 -> zigzag 2, 2, 2; lead 1: 0, -100, 0 -> d 0, -100, 200 -> 0, 199, 400
        byte[] packed = WaveformCodec.pack(new int[][] {{1, 3, 6}, {0, -100, 0}});

        assertThat(packed).isEqualTo(HexFormat.of().parseHex("01" + "020202" + "00" + "c701" + "9003"));
    }

    @Test
    void theChecksumIsCastagnolisOverLittleEndianSamples() {
        // "123456789ABC" as three little-endian int32; CRC-32C by the Castagnoli polynomial, reflected
        int[][] counts = {{0x34333231, 0x38373635}, {0x43424139}};
        java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
        crc.update("123456789ABC".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(WaveformCodec.crc32c(counts)).isEqualTo((int) crc.getValue());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', no bytes",
        "02020202, waveform form 2",
        "01, at least one a sample",
        "0102, at least one a sample",
        "010282, end in the middle",
        "01028282828282, end in the middle",
        "01020204, left over",
        "010206, CRC-32C",
    })
    void whatIsNoWaveformIsRefusedWithItsReason(String hex, String reason) {
        int[][] expected = {{1, 3}};

        assertThat(WaveformCodec.unpack(HexFormat.of().parseHex(hex), 1, 2, WaveformCodec.crc32c(expected)))
                .isInstanceOfSatisfying(Unpacked.Refused.class, refused -> assertThat(refused.reason())
                        .contains(reason));
    }

    @ParameterizedTest(name = "{0} leads, {1} samples")
    @CsvSource({"0, 1", "18, 1", "-1, 5", "1, -1", "17, 1048577", "17, 1048576", "2147483647, 2147483647"})
    void claimsThatNoChunkMakesAreRefusedBeforeAnythingIsAllocated(int leads, int samples) {
        assertThat(WaveformCodec.unpack(new byte[] {1, 2, 3}, leads, samples, 0))
                .isInstanceOf(Unpacked.Refused.class);
    }

    @Test
    void hostileBytesNeverThrow() {
        Random random = new Random(1);
        int refused = 0;
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = 1;
            }
            if (WaveformCodec.unpack(bytes, random.nextInt(4), random.nextInt(12), random.nextInt())
                    instanceof Unpacked.Refused) {
                refused++;
            }
        }

        assertThat(refused).isGreaterThan(199_000);
    }

    @Test
    void oneFlippedBitIsAlwaysNoticed() {
        int[][] counts = {{100, 120, 90, -20}, {5, 4, 3, 2}};
        byte[] packed = WaveformCodec.pack(counts);
        for (int bit = 0; bit < packed.length * 8; bit++) {
            byte[] damaged = packed.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(unpack(damaged, counts)).isInstanceOf(Unpacked.Refused.class);
        }
    }

    private static Unpacked unpack(byte[] packed, int[][] counts) {
        return WaveformCodec.unpack(packed, counts.length, counts[0].length, WaveformCodec.crc32c(counts));
    }
}
