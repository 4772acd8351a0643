package org.ecgnet.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChunkStreamTest {

    private static final int SECONDS = 25;
    private static final int HERTZ = 500;
    private static final int KEY_EVERY = 10;
    private static final int[][] HEART = AdversarialInputs.twelveLeads(3, SECONDS * HERTZ);

    @ParameterizedTest
    @EnumSource
    void chunksReadInOrderGiveTheRecording(WaveformMode mode) {
        var unpacker = new ChunkUnpacker();
        List<byte[]> chunks = chunks(mode);
        for (int second = 0; second < SECONDS; second++) {
            assertThat(unpack(unpacker, chunks, second)).isInstanceOf(Unpacked.Samples.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FAST", "DENSE"})
    void aLostChunkCostsNoMoreThanItsKeyInterval(WaveformMode mode) {
        var unpacker = new ChunkUnpacker();
        List<byte[]> chunks = chunks(mode);
        List<Integer> refused = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            if (second != 13 && unpack(unpacker, chunks, second) instanceof Unpacked.Refused) {
                refused.add(second);
            }
        }
        assertThat(refused).containsExactly(14, 15, 16, 17, 18, 19);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAST", "DENSE"})
    void aDamagedChunkCostsNoMoreThanItsKeyInterval(WaveformMode mode) {
        var unpacker = new ChunkUnpacker();
        List<byte[]> chunks = chunks(mode);
        chunks.get(3)[40] ^= 8;
        List<Integer> read = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            if (unpack(unpacker, chunks, second) instanceof Unpacked.Samples) {
                read.add(second);
            }
        }
        assertThat(read).startsWith(0, 1, 2, 10).hasSize(SECONDS - 7);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAST", "DENSE"})
    void secondsCostLittleMoreThanTheWhole(WaveformMode mode) {
        int whole = 0;
        for (int from = 0; from < SECONDS; from += KEY_EVERY) {
            whole += WaveformCodec.pack(mode, part(from, Math.min(SECONDS, from + KEY_EVERY))).length;
        }
        int inSeconds = chunks(mode).stream().mapToInt(chunk -> chunk.length).sum();

        assertThat(inSeconds).isLessThan(whole * 105 / 100);
    }

    @Test
    void aLatticeThatBreaksBeginsAKeyChunk() {
        int[] stepped = new int[HERTZ];
        Arrays.setAll(stepped, n -> (int) (4.88 * (n % 90)));
        int[] free = new int[HERTZ];
        Arrays.setAll(free, n -> n % 90);
        var packer = new ChunkPacker(WaveformMode.FAST, KEY_EVERY);

        byte[] first = packer.pack(new int[][] {stepped});
        byte[] second = packer.pack(new int[][] {stepped});
        byte[] third = packer.pack(new int[][] {free});

        assertThat(first[1]).isZero();
        assertThat(second[1]).isEqualTo((byte) 1);
        assertThat(third[1]).isZero();
    }

    private static List<byte[]> chunks(WaveformMode mode) {
        var packer = new ChunkPacker(mode, KEY_EVERY);
        List<byte[]> chunks = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            chunks.add(packer.pack(part(second, second + 1)));
        }
        return chunks;
    }

    private static int[][] part(int from, int to) {
        return Arrays.stream(HEART)
                .map(lead -> Arrays.copyOfRange(lead, from * HERTZ, to * HERTZ))
                .toArray(int[][]::new);
    }

    private static Unpacked unpack(ChunkUnpacker unpacker, List<byte[]> chunks, int second) {
        int[][] part = part(second, second + 1);
        Unpacked unpacked = unpacker.unpack(chunks.get(second), part.length, HERTZ, WaveformCodec.crc32c(part));
        if (unpacked instanceof Unpacked.Samples samples) {
            assertThat(samples.counts()).isDeepEqualTo(part);
        }
        return unpacked;
    }
}
