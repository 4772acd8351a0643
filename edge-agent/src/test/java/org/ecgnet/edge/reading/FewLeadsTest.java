package org.ecgnet.edge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;
import org.ecgnet.sim.heart.HeartStream;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.RuleProfile;
import org.junit.jupiter.api.Test;

class FewLeadsTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void aSingleLeadIsReadAndSaysWhatCannotBeJudged() {
        ReadingReady reading = read(Scenario.NORMAL, 125, List.of(Lead.II));

        assertThat(chinese(reading)).contains("V1、V2、V3、V4、V5、V6 导联缺失或不可用：相应部位的缺血与梗死无法判断。", "无法判断电极是否接反");
    }

    @Test
    void aDeadlyRhythmIsRedOnASingleLead() {
        assertThat(read(Scenario.VF, 125, List.of(Lead.II)).level()).isEqualTo(TriageLevel.RED);
    }

    @Test
    void fewLeadsOfAPatientWithSymptomsAreNeverGreenAndAskForTwelve() {
        Symptoms dyspnoea = new Symptoms(false, false, true, false);

        for (List<Lead> leads : List.of(List.of(Lead.II), Lead.INDEPENDENT_8.subList(0, 7))) {
            ReadingReady reading = read(Scenario.NORMAL, 250, leads, dyspnoea);
            assertThat(reading.level()).as("%s", leads).isEqualTo(TriageLevel.GREY);
            assertThat(chinese(reading)).contains("请用 12 导联重做");
        }
        assertThat(read(Scenario.NORMAL, 250, Lead.INDEPENDENT_8, dyspnoea).level())
                .isEqualTo(TriageLevel.GREEN);
        assertThat(read(Scenario.NORMAL, 250, List.of(Lead.II), Symptoms.NONE).level())
                .isEqualTo(TriageLevel.GREEN);
        assertThat(read(Scenario.VF, 250, List.of(Lead.II), dyspnoea).level()).isEqualTo(TriageLevel.RED);
    }

    @Test
    void threeLeadsAreNamedAsSuch() {
        ReadingReady reading = read(Scenario.NORMAL, 250, List.of(Lead.I, Lead.II, Lead.V1));

        assertThat(chinese(reading)).contains("V2、V3、V4、V5、V6 导联缺失").doesNotContain("III、");
    }

    private static String chinese(ReadingReady reading) {
        return reading.lines().stream().map(line -> line.chinese()).collect(Collectors.joining("\n"));
    }

    private static ReadingReady read(Scenario scenario, int hertz, List<Lead> leads) {
        return read(scenario, hertz, leads, Symptoms.NONE);
    }

    private static ReadingReady read(Scenario scenario, int hertz, List<Lead> leads, Symptoms symptoms) {
        return new LocalReader(RuleProfile.DEFAULT)
                .read(ExamId.of(START, 1, 2), recording(scenario, hertz, leads), Patient.of(Sex.MALE, 60), symptoms);
    }

    private static Recording recording(Scenario scenario, int hertz, List<Lead> leads) {
        HeartStream heart = Hearts.stream(scenario, 3, new SampleRate(hertz), leads);
        int[][] counts = new int[leads.size()][10 * hertz];
        for (int sample = 0; sample < counts[0].length; sample++) {
            int[] moment = heart.next().counts();
            for (int lead = 0; lead < counts.length; lead++) {
                counts[lead][sample] = moment[lead];
            }
        }
        Waveform waveform = new Waveform(
                new SampleRate(hertz), leads, Collections.nCopies(leads.size(), HeartStream.SCALE), counts);
        return Recording.of(START, waveform);
    }
}
