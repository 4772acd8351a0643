package org.ecgnet.format.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WfdbAnnotationsTest {

    /** Rhythm (N at 18; a beat 77 later; a skip of 100,000 and a V; channel and number words; the end. */
    private static final byte[] FILE = HexFormat.of()
            .parseHex("1270" + "02fc" + "284e" + "4d04" + "00ec" + "0100" + "a086" + "0014" + "01f4" + "02f8" + "0000");

    @Test
    void timesTextsAndSkipsAreRead() {
        assertThat(WfdbAnnotations.read(FILE))
                .containsExactly(
                        new WfdbAnnotation(18, "+", "(N"),
                        new WfdbAnnotation(95, "N", ""),
                        new WfdbAnnotation(100_095, "V", ""));
    }

    @Test
    void aFileCutAnywhereIsRefused() {
        for (int length = 0; length < FILE.length - 1; length++) {
            byte[] cut = Arrays.copyOf(FILE, length);
            assertThatThrownBy(() -> WfdbAnnotations.read(cut)).isInstanceOf(WfdbException.class);
        }
    }

    @Test
    void anyBytesEndInAnnotationsOrARefusal() {
        Random random = new Random(59);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            try {
                assertThat(WfdbAnnotations.read(bytes).size()).isLessThanOrEqualTo(32);
            } catch (WfdbException refused) {
                assertThat(refused).hasMessageStartingWith("annotation");
            }
        }
    }
}
