package org.ecgnet.triage.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real recordings of open databases (PTB-XL, Challenge 2020/2021); skipped where the folder is not there. */
class RealRecordingsTest {

    private static final Path DATA = Path.of(System.getProperty("ecg.data", "absent"));

    private final Triage triage = new Triage(RuleProfile.DEFAULT);

    @BeforeEach
    void theFolderIsThere() {
        assumeTrue(Files.isDirectory(DATA), "no recordings at -Decg.data=" + DATA + ": see ../shared/data/README.md");
    }

    @Test
    void aRealVentricularTachycardiaIsRedAndHardWithRateWidthAndLeads() {
        Reading reading = read("cinc2020_2021/JS45545");
        Finding finding = reading.findings().get(0);

        assertThat(reading.level()).isEqualTo(TriageLevel.RED);
        assertThat(finding.rule()).isEqualTo("R05");
        assertThat(finding.hard()).isTrue();
        assertThat(value(finding, "rate")).isBetween(180.0, 195.0);
        assertThat(value(finding, "QRS")).isGreaterThanOrEqualTo(120);
        assertThat(finding.evidence().stream().flatMap(e -> e.lead().stream())).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JS45543", "JS45545", "JS45547", "JS45548", "JS45549"})
    void theTachycardiasOfTheChallengeAreRed(String record) {
        assertThat(read("cinc2020_2021/" + record).level()).isEqualTo(TriageLevel.RED);
    }

    @Test
    void aNormalOneIsNotRed() {
        assertThat(read("ptbxl/records500/00000/00003_hr").level()).isNotEqualTo(TriageLevel.RED);
    }

    @Test
    void noNormalRecordingIsRedAndFewAreYellow() throws java.io.IOException {
        Records records = new Records(DATA);
        List<String> red = new ArrayList<>();
        int normal = 0;
        int yellow = 0;
        for (String record : records.normalPtbXl()) {
            TriageLevel level = read(record).level();
            normal++;
            yellow += level == TriageLevel.YELLOW ? 1 : 0;
            if (level == TriageLevel.RED) {
                red.add(record);
            }
        }

        assertThat(normal).isGreaterThan(100);
        assertThat(red).isEmpty();
        assertThat(yellow).isLessThanOrEqualTo(normal * MOST_YELLOW_PERCENT / 100);
    }

    /** The goal is 5; the floor that must not be fallen below while it is not reached. */
    private static final int MOST_YELLOW_PERCENT = 8;

    private static double value(Finding finding, String quantity) {
        return finding.evidence().stream()
                .filter(e -> e.quantity().equals(quantity))
                .mapToDouble(Evidence::value)
                .findFirst()
                .orElseThrow();
    }

    private Reading read(String record) {
        WfdbFile file = new Records(DATA).read(record);
        return triage.read(file.recording(), file.patient(), Symptoms.NONE);
    }
}
