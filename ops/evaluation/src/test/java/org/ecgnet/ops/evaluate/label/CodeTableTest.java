package org.ecgnet.ops.evaluate.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeTableTest {

    private final CodeTable table = new CodeTable();

    @Test
    void aStarStandsForAnything() {
        assertThat(table.text(List.of("atrial fibrillation, bradysystolic type")))
                .containsExactly("AF");
        assertThat(table.text(List.of("incomplete right bundle branch block"))).containsExactly("IRBBB");
    }

    @Test
    void aPacedRhythmHidesShapesAndTheBlockBelowIt() {
        StatementLabels labels = table.concluded(Set.of("PACED", "AVB3", "AF"), Set.of(), Set.of("AF", "LVH", "AVB3"));

        assertThat(labels.present()).containsExactlyInAnyOrder("PACED", "AF");
        assertThat(labels.counts("LVH")).isFalse();
        assertThat(labels.counts("AVB3")).isFalse();
        assertThat(labels.counts("AF")).isTrue();
    }

    @Test
    void sinusRhythmIsOpenWhereNoRhythmIsLabelled() {
        assertThat(table.concluded(Set.of("LVH"), Set.of(), Set.of("SR")).counts("SR"))
                .isFalse();
        assertThat(table.concluded(Set.of("AF"), Set.of(), Set.of("SR")).counts("SR"))
                .isTrue();
    }

    @Test
    void aCodeThatIsPresentIsNotOpen() {
        assertThat(table.concluded(Set.of("AF"), Set.of("AF"), Set.of("AF")).counts("AF"))
                .isTrue();
        assertThat(table.concluded(Set.of("SR", "SB"), Set.of("SR"), Set.of("SR"))
                        .counts("SR"))
                .isFalse();
    }

    @Test
    void aSourceThatIsNotInTheTableIsLeftOut() {
        assertThat(table.labelledBy("S")).isEmpty();
        assertThat(table.labelledBy("")).isEmpty();
        assertThat(table.labelledBy("JS").orElseThrow()).contains("AF", "VT").doesNotContain("ASYSTOLE");
    }
}
