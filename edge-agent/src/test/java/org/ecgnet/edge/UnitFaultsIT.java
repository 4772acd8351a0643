package org.ecgnet.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.UnitWiring;
import org.ecgnet.protocol.uplink.UplinkMessage.EndReason;
import org.ecgnet.sim.device.HeartSource;
import org.ecgnet.sim.device.UnitModel;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Units that are pulled out or whose line is bad while they record: what arrives is what they sent, and no more. */
class UnitFaultsIT {

    @RegisterExtension
    final AgentRig rig = new AgentRig();

    @BeforeEach
    void prepare() throws Exception {
        rig.connectHub();
    }

    @Test
    void anUnplugKeepsWhatWasRecordedAndTheNextRecordingWorks() {
        SimulatedLine line = rig.unit(Scenario.NORMAL, "unplug@8s,replug@9s");
        Agent agent = rig.agent();

        ExamId cut = HubCopy.record(agent, 60);

        assertThat(rig.copy().ended(cut).reason()).isEqualTo(EndReason.UNIT_LOST);
        assertThat(rig.copy().ended(cut).samples()).isBetween(500, 8 * 500);
        rig.copy().expectSent(cut, line.sent(), rig.copy().ended(cut).samples());

        await().atMost(AgentRig.LONG).until(() -> agent.state().unit().announced());
        ExamId whole = HubCopy.record(agent, 3);
        assertThat(rig.copy().ended(whole).samples()).isEqualTo(1500);
        assertThat(rig.copy().ended(whole).reason()).isEqualTo(EndReason.COMPLETE);
    }

    @Test
    void anUnplugOfASingleLeadUnitKeepsWhatWasRecordedAndTheReadingSaysWhatIsMissing() {
        UnitWiring wiring =
                new UnitWiring(UnitWiring.channels(List.of("II")), OptionalDouble.of(12), OptionalDouble.empty());
        SampleRate slow = new SampleRate(125);
        rig.unit(
                new UnitModel.Amplifier(UnitModel.Family.HEALTHYPI_V4, wiring, slow, 115_200),
                () -> new HeartSource(Scenario.NORMAL, 3, slow, List.of(Lead.II)),
                "unplug@14s");
        Agent agent = rig.agent("model = healthypi-v4, leads = [II], gain = 12");

        ExamId cut = HubCopy.record(agent, 60);

        assertThat(rig.copy().ended(cut).reason()).isEqualTo(EndReason.UNIT_LOST);
        assertThat(rig.copy().ended(cut).samples()).isBetween(125, 14 * 125);
        assertThat(rig.copy().recording(cut).waveform().leads()).containsExactly(Lead.II);
        assertThat(rig.copy().recording(cut).marks().gaps()).isEmpty();
        await().atMost(AgentRig.LONG)
                .until(() -> agent.exam(cut).orElseThrow().localReading().isPresent());
        assertThat(agent.exam(cut)
                        .orElseThrow()
                        .localReading()
                        .orElseThrow()
                        .value()
                        .lines()
                        .toString())
                .contains("V1、V2、V3、V4、V5、V6 导联缺失");
    }

    @Test
    void aNoisyLineLosesFramesSaysWhereAndInventsNothing() {
        SimulatedLine line = rig.unit(Scenario.NORMAL, "flip=2e-4,drop=1e-4");
        Agent agent = rig.agent();

        ExamId exam = HubCopy.record(agent, 6);

        Recording recording = rig.copy().recording(exam);
        assertThat(recording.waveform().length()).isEqualTo(3000);
        assertThat(recording.marks().gaps()).isNotEmpty();
        expectPiecesOf(recording, line.sent());
    }

    /** Between two gaps the samples are a piece of what was sent, and the pieces come in order. */
    private static void expectPiecesOf(Recording recording, List<int[]> sent) {
        int[][] counts = recording.waveform().counts();
        List<Integer> cuts = new ArrayList<>(recording.marks().gaps());
        cuts.add(recording.waveform().length());
        int at = 0;
        int source = 0;
        for (int cut : cuts) {
            while (at < cut) {
                assertThat(source).as("sample %s", at).isLessThan(sent.size());
                if (same(counts, at, sent.get(source))) {
                    at++;
                } else {
                    assertThat(recording.marks().gaps())
                            .as("sample %s differs outside a gap", at)
                            .contains(at);
                }
                source++;
            }
        }
    }

    private static boolean same(int[][] counts, int at, int[] moment) {
        for (int lead = 0; lead < counts.length; lead++) {
            if (counts[lead][at] != moment[lead]) {
                return false;
            }
        }
        return true;
    }
}
