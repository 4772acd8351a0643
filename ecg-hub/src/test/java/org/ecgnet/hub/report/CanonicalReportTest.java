package org.ecgnet.hub.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.fiducial.BeatMarks;
import org.ecgnet.hub.fiducial.Fiducial;
import org.ecgnet.hub.fiducial.HandMeasurement;
import org.ecgnet.hub.fiducial.StLevel;
import org.junit.jupiter.api.Test;

class CanonicalReportTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00.123456Z");
    private static final Signer WANG = new Signer("wang", "王医生", "110441000000000", "10.1.2.3");
    private static final Overread PLAIN = Overreads.of(TriageLevel.GREEN, Overreads.accepted(Overreads.SINUS));

    @Test
    void theSameReportGivesTheSameText() {
        assertThat(text(PLAIN, WANG)).isEqualTo(text(PLAIN, WANG)).endsWith("at=27:2026-03-01T02:00:00.123456Z\n");
    }

    @Test
    void marksByHandAreUnderTheSignatureAndAReportWithoutThemHasTheTextItAlwaysHad() {
        var marks = new BeatMarks(Map.of(Fiducial.QRS_ON, 180, Fiducial.J, 230, Fiducial.T_END, 391));
        var automatic = new BeatMarks(Map.of(Fiducial.QRS_ON, 180, Fiducial.J, 230, Fiducial.T_END, 380));
        var hand = new HandMeasurement(
                1,
                new Person("liu", "刘主任"),
                NOW,
                500,
                OptionalDouble.of(800),
                "ecgnet-triage",
                automatic,
                automatic,
                marks,
                Map.of(Lead.V2, new StLevel(180.2, 240)),
                Map.of(Lead.V2, new StLevel(96.6, -20)));
        var stAlone = new HandMeasurement(
                1,
                hand.by(),
                NOW,
                500,
                hand.rrMillis(),
                hand.engine(),
                automatic,
                automatic,
                marks,
                hand.st(),
                hand.st());

        assertThat(canonical(PLAIN, WANG, Optional.of(hand)).text())
                .contains("measured-by=3:liu\n", "mark-tEnd=3:391\n", "beat-rate=3:500\n", "st-V2=6:97 -20\n");
        assertThat(canonical(PLAIN, WANG, Optional.of(stAlone)).text()).doesNotContain("st-V2");
        assertThat(text(PLAIN, WANG)).doesNotContain("measured", "mark-");
    }

    @Test
    void everyFieldIsUnderTheSignature() {
        Set<String> digests = new HashSet<>();
        digests.add(digest(PLAIN, WANG));
        digests.add(digest(Overreads.concluded(PLAIN, "正常"), WANG));
        digests.add(digest(Overreads.because(PLAIN, "因", ""), WANG));
        digests.add(digest(Overreads.because(PLAIN, "", "因"), WANG));
        digests.add(digest(Overreads.added(PLAIN, new Phrase("AF", "房颤", "AF")), WANG));
        digests.add(digest(Overreads.of(TriageLevel.YELLOW, Overreads.accepted(Overreads.SINUS)), WANG));
        digests.add(digest(Overreads.of(TriageLevel.GREEN, Overreads.rejected(Overreads.SINUS, "")), WANG));
        digests.add(digest(PLAIN, new Signer("wang", "王医生", "", "10.1.2.3")));
        digests.add(digest(PLAIN, new Signer("wang", "王医生", "110441000000000", "10.1.2.4")));

        assertThat(digests).hasSize(9);
    }

    @Test
    void noWordsCanPassForAnotherField() {
        Overread forged = Overreads.concluded(PLAIN, "正常\nlevel=3:RED");

        assertThat(text(forged, WANG)).contains("conclusion=18:正常\nlevel=3:RED\nlevel=5:GREEN\n");
        assertThat(digest(forged, WANG)).isNotEqualTo(digest(Overreads.concluded(PLAIN, "正常"), WANG));
    }

    @Test
    void theWordsAreNotInALog() {
        assertThat(canonical(Overreads.concluded(PLAIN, "某某"), WANG).toString()).doesNotContain("某某", "王医生");
    }

    private static String digest(Overread overread, Signer signer) {
        return canonical(overread, signer).digest();
    }

    private static String text(Overread overread, Signer signer) {
        return canonical(overread, signer).text();
    }

    private static CanonicalReport canonical(Overread overread, Signer signer) {
        return canonical(overread, signer, Optional.empty());
    }

    private static CanonicalReport canonical(Overread overread, Signer signer, Optional<HandMeasurement> byHand) {
        var report = new Report(
                ExamId.of(NOW, 1, 1),
                1,
                List.of(Overreads.SINUS),
                TriageLevel.GREEN,
                overread,
                Optional.empty(),
                false,
                byHand,
                List.of());
        return CanonicalReport.of(report, Optional.empty(), 1, signer, NOW);
    }
}
