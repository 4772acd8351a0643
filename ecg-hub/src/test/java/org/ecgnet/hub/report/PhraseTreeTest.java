package org.ecgnet.hub.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ecgnet.ecg.TriageLevel;
import org.junit.jupiter.api.Test;

class PhraseTreeTest {

    /** The codes that the engine's statements may bear. */
    private static final List<String> ENGINE = List.of(
            "SR SB ST SA AF AFL SVT VT VF ASYSTOLE PAC PVC PACED AVB1 AVB2 AVB3 LBBB RBBB IRBBB LAFB LPFB WPW LVH RVH LQT STE STD TWI MI_OLD MI_ACUTE"
                    .split(" "));

    @Test
    void everyStatementOfTheEngineHasItsWords() {
        PhraseTree tree = PhraseTree.standard();

        for (String code : ENGINE) {
            assertThat(tree.find(code)).as(code).hasValueSatisfying(phrase -> {
                assertThat(phrase.chinese()).matches(".*\\p{IsHan}.*");
                assertThat(phrase.english()).matches("[\\x20-\\x7e]+");
            });
        }
    }

    @Test
    void anAcronymIsFoundWhateverItsCapitals() {
        assertThat(PhraseTree.standard().find("lbbb").map(Phrase::code)).contains("LBBB");
        assertThat(PhraseTree.standard().find("nothing")).isEmpty();
    }

    @Test
    void claimsAreTheFindingsAndTheStatementsOfHalfOrMore() {
        assertThat(MachineClaim.of(Overreads.red(), PhraseTree.standard()))
                .extracting(MachineClaim::key)
                .containsExactly("R11:CODE", "SR");
        assertThat(MachineClaim.of(Overreads.red(), PhraseTree.standard())
                        .get(0)
                        .level())
                .contains(TriageLevel.RED);
    }

    @Test
    void agreementTellsWhatTheMachineMissed() {
        var report = new Report(
                org.ecgnet.ecg.ExamId.of(java.time.Instant.EPOCH, 1, 1),
                1,
                List.of(Overreads.SINUS),
                TriageLevel.GREEN,
                Overreads.added(
                        Overreads.of(TriageLevel.GREEN, Overreads.rejected(Overreads.SINUS, "")),
                        new Phrase("AF", "心房颤动", "atrial fibrillation")),
                java.util.Optional.empty(),
                false,
                java.util.Optional.empty(),
                List.of());

        assertThat(Agreement.of(report))
                .extracting(Agreement::code, Agreement::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("SR", Agreement.Verdict.REJECTED),
                        org.assertj.core.groups.Tuple.tuple("AF", Agreement.Verdict.ADDED));
    }
}
