package org.ecgnet.format.scp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ecgnet.format.cart.Readings.counts;
import static org.ecgnet.format.cart.Readings.refused;
import static org.ecgnet.format.cart.Readings.waveform;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.cart.CartFiles;
import org.ecgnet.format.cart.CartReading;
import org.ecgnet.format.cart.HandMade;
import org.ecgnet.format.cart.HandMadeScp;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScpDialectsTest {

    private static final byte[] NONE = new byte[0];
    private static final int[] ALL = {1, HandMade.SAMPLES};

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void withoutTablesTheNumbersArePlainWhateverTheDifferences(int differences) {
        for (byte[] section2 : new byte[][] {NONE, {0, 0}}) {
            byte[] file = file(section2, leads(ALL, ALL), plain(differences, HandMade.one(), HandMade.two()));

            assertThat(counts(file, Lead.I)).isEqualTo(HandMade.one());
            assertThat(counts(file, Lead.II)).isEqualTo(HandMade.two());
        }
    }

    @Test
    void aChecksumOfTheFileThatIsNotFilledInIsNone() {
        byte[] file = HandMadeScp.file(false);
        file[0] = 0;
        file[1] = 0;

        assertThat(counts(file, Lead.I)).isEqualTo(HandMade.one());
    }

    @Test
    void aWrongChecksumOfTheFileIsForgivenWhereEverySectionHasARightOne() {
        byte[] file = HandMadeScp.withSectionChecksums(HandMadeScp.file(true));
        file[0] ^= 1;
        assertThat(counts(file, Lead.I)).isEqualTo(HandMade.one());

        for (int at = 6; at < file.length; at++) {
            byte[] damaged = file.clone();
            damaged[at] ^= 4;
            assertThat(CartFiles.read(damaged)).as("byte " + at).isInstanceOf(CartReading.Refused.class);
        }
    }

    @Test
    void leadsThatEndApartAreCutToWhatAllHave() {
        int[] shorter = Arrays.copyOfRange(HandMade.two(), 4, HandMade.SAMPLES - 1);
        byte[] file = file(NONE, leads(ALL, new int[] {5, HandMade.SAMPLES - 1}), plain(0, HandMade.one(), shorter));

        Waveform waveform = waveform(file);
        assertThat(waveform.counts(Lead.II).orElseThrow()).isEqualTo(shorter);
        assertThat(waveform.counts(Lead.I).orElseThrow())
                .isEqualTo(Arrays.copyOfRange(HandMade.one(), 4, HandMade.SAMPLES - 1));
    }

    @Test
    void ofLeadsRecordedOneAfterTheOtherTheFirstGroupIsTaken() {
        byte[] file = file(
                NONE,
                leads(ALL, new int[] {HandMade.SAMPLES + 1, 2 * HandMade.SAMPLES}),
                plain(0, HandMade.one(), HandMade.two()));

        assertThat(waveform(file).leads()).containsExactly(Lead.I);
    }

    @Test
    void edition3HasItsSamplesInSection12() {
        Waveform waveform = waveform(HandMadeScp.longRhythm());

        assertThat(waveform.counts(Lead.II).orElseThrow()).isEqualTo(HandMade.two());
        assertThat(waveform.microvolts(Lead.I).orElseThrow()[0]).isEqualTo(-250);
    }

    @Test
    void section12IsTakenOnlyWhereItIsSection3sAndOfTwoBytes() {
        refused(
                edition3(leads(ALL, ALL), HandMadeScp.section12(4)),
                Refusal.NOT_SUPPORTED); // floating point in practice
        byte[] otherLead = HandMadeScp.section12(2);
        otherLead[70] = 3;
        refused(edition3(leads(ALL, ALL), otherLead), Refusal.DAMAGED);
        byte[] wideScale = HandMadeScp.section12(2);
        wideScale[73] = 1;
        refused(edition3(leads(ALL, ALL), wideScale), Refusal.DAMAGED);
        refused(edition3(leads(ALL, new int[] {1, 999}), HandMadeScp.section12(2)), Refusal.DAMAGED);
    }

    @Test
    void aCountOfSoFewNanovoltsThatItMustBeRoundedIsRefused() {
        byte[] rounded = HandMadeScp.section12(2);
        rounded[71] = 13;
        rounded[72] = 0;

        refused(edition3(leads(ALL, ALL), rounded), Refusal.NO_UNITS);
    }

    @Test
    void aSectionThatIsNotWhereItIsSaidToBeIsDamage() {
        byte[] file = HandMadeScp.file(false);
        int section3 = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(22 + 3 * 10 + 6) - 1;
        file[section3 + 2] = 9;
        file[0] = 0;
        file[1] = 0;

        refused(file, Refusal.DAMAGED);
    }

    @Test
    void whatOnlySomeReadersUnderstandIsRefused() {
        byte[] bimodal = plain(0, HandMade.one(), HandMade.two());
        bimodal[5] = 1;
        refused(file(NONE, leads(ALL, ALL), bimodal), Refusal.NOT_SUPPORTED);
        byte[] valueAndNumber = table(new int[] {1, 1, 1, 0, 0}, new int[] {1, 17, 1, 5, 1});
        refused(file(valueAndNumber, leads(ALL, ALL), plain(0, HandMade.one(), HandMade.two())), Refusal.NOT_SUPPORTED);
    }

    @Test
    void aCodeMaySwitchToAnotherTable() {
        // table 1: 0 is 7, 1 goes to table 2; table 2: 0 is -3, 10 goes back, 11 and eight bits are a number
        byte[] section = tables(
                new int[][] {{1, 1, 1, 7, 0}, {1, 1, 0, 2, 1}},
                new int[][] {{1, 1, 1, -3, 0}, {2, 2, 0, 1, 1}, {2, 10, 1, 0, 3}});
        HuffmanTables tables =
                HuffmanTables.of(Optional.of(new LittleEndian(section, 2))).orElseThrow();

        // 0 | 1 0 | 11 11111100 | 10 0
        byte[] bits = {(byte) 0b0101_1111, (byte) 0b1110_0100};
        assertThat(tables.decode(bits, 4)).containsExactly(7, -3, -4, 7);
    }

    @Test
    void aTableWhoseCodesBeginOneAnotherIsRefused() {
        byte[] section = table(new int[] {1, 1, 1, 0, 0}, new int[] {2, 2, 1, 1, 2});

        assertThatThrownBy(() -> HuffmanTables.of(Optional.of(new LittleEndian(section, 2))))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("begins another");
    }

    @Test
    void overlappingBeatsAreRefusedBeforeTheyAreAddedUp() {
        byte[] file = HandMadeScp.file(true);
        int section4 = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(22 + 4 * 10 + 6) - 1;
        file[section4 + 16 + 6 + 2 * 14 + 2] = 50; // the third beat begins at sample 50, before the first
        file[section4 + 16 + 6 + 2 * 14 + 3] = 0;
        file[0] = 0;
        file[1] = 0;

        refused(file, Refusal.DAMAGED);
    }

    private static byte[] file(byte[] section2, byte[] section3, byte[] section6) {
        return HandMadeScp.file(List.of(NONE, HandMadeScp.tags(), section2, section3, NONE, NONE, section6));
    }

    private static byte[] edition3(byte[] section3, byte[] section12) {
        List<byte[]> sections = new ArrayList<>(Collections.nCopies(13, NONE));
        sections.set(1, HandMadeScp.tags());
        sections.set(3, section3);
        sections.set(12, section12);
        return HandMadeScp.file(sections);
    }

    /** First and last sample of I and II. */
    private static byte[] leads(int[] one, int[] two) {
        return HandMadeScp.leads(false, new int[] {1, one[0], one[1]}, new int[] {2, two[0], two[1]});
    }

    private static byte[] plain(int differences, int[]... rows) {
        int samples = Arrays.stream(rows).mapToInt(row -> row.length).sum();
        ByteBuffer out = ByteBuffer.allocate(6 + 2 * rows.length + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 5000)
                .putShort((short) 2000)
                .put((byte) differences)
                .put((byte) 0);
        Arrays.stream(rows).forEach(row -> out.putShort((short) (2 * row.length)));
        for (int[] row : rows) {
            int[] numbers = HandMadeScp.differenced(row, differences);
            Arrays.stream(numbers).forEach(number -> out.putShort((short) number));
        }
        return out.array();
    }

    private static byte[] table(int[]... codes) {
        return tables(new int[][][] {codes});
    }

    /** @param tables codes of prefix bits, all bits, mode, value and code with its first bit lowest */
    private static byte[] tables(int[][]... tables) {
        ByteBuffer out = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN).putShort((short) tables.length);
        for (int[][] codes : tables) {
            out.putShort((short) codes.length);
            for (int[] code : codes) {
                out.put((byte) code[0]).put((byte) code[1]).put((byte) code[2]);
                out.putShort((short) code[3]).putInt(code[4]);
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }
}
