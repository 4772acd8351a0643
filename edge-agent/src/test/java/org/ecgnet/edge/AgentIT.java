package org.ecgnet.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.edge.page.StartOutcome;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.protocol.uplink.UplinkMessage.EndReason;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.sim.device.HeartSource;
import org.ecgnet.sim.device.WaveformSource;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole agent between a unit on a pseudo-terminal and a hub behind a real broker. */
class AgentIT {

    private static final Logger LOGGER = LoggerFactory.getLogger(AgentIT.class);
    private static final SampleRate RATE = new SampleRate(500);

    @RegisterExtension
    final AgentRig rig = new AgentRig();

    @Test
    void aReplayedRecordingReachesTheHubExactAndWhole() throws Exception {
        rig.connectHub();
        var played = Hearts.recording(Scenario.ANTERIOR_STEMI, 5, 10, RATE).recording();
        SimulatedLine line = rig.unit(SimulatedLine.REFERENCE, () -> new WaveformSource(played.waveform()), "");
        Agent agent = rig.agent();

        ExamId exam = HubCopy.record(agent, 60);

        ExamEnded ended = rig.copy().ended(exam);
        assertThat(ended.samples()).isEqualTo(5000);
        assertThat(ended.reason()).isEqualTo(EndReason.COMPLETE);
        assertThat(rig.copy().recording(exam).waveform()).isEqualTo(played.waveform());
        rig.copy().expectSent(exam, line.sent(), 5000);
        await().atMost(AgentRig.LONG)
                .until(() -> agent.exam(exam).orElseThrow().storedAt().isPresent());
    }

    @Test
    void theBoxIsRecordedToItsLength() throws Exception {
        rig.connectHub();
        SimulatedLine line =
                rig.unit(SimulatedLine.BOX, () -> new HeartSource(Scenario.NORMAL, 3, RATE, Lead.INDEPENDENT_8), "");
        Agent agent = rig.agent("model = usb-box-12, microvolts-per-count = 4.88");

        ExamId exam = HubCopy.record(agent, 4);

        assertThat(rig.copy().ended(exam).samples()).isEqualTo(2000);
        assertThat(rig.copy().recording(exam).marks().gaps()).isEmpty();
        rig.copy().expectSent(exam, line.sent(), 2000);
    }

    @Test
    void theColourIsThereSoonAfterTheEndWithTheLineDown() {
        rig.unit(Scenario.ANTERIOR_STEMI, "");
        Agent agent = rig.agent();

        ExamId exam = HubCopy.record(agent, 10);

        await().atMost(AgentRig.LONG)
                .until(() -> agent.exam(exam).flatMap(StoredExam::localReading).isPresent());
        StoredExam stored = agent.exam(exam).orElseThrow();
        Duration took = Duration.between(
                stored.endedAt().orElseThrow(),
                stored.localReading().orElseThrow().at());
        LOGGER.info("Offline result {} ms after the end", took.toMillis());
        assertThat(took).isLessThan(Duration.ofSeconds(10)); // 2 s on a machine with nothing else to do
        assertThat(stored.localReading().orElseThrow().value().reader()).isEmpty();
        assertThat(agent.state().hub().connected()).isFalse();
        assertThat(agent.state().backlog().messages()).isEqualTo(12);
    }

    @Test
    void aUnitThatSendsNothingIsSaidAndMakesNoExam() {
        rig.unit(Scenario.NORMAL, "stall@3s");
        Agent agent = rig.agent();
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);

        ExamId exam = HubCopy.record(agent, 5);

        await().atMost(AgentRig.LONG).until(() -> agent.state().failure().isPresent());
        assertThat(agent.exam(exam)).isEmpty();
        assertThat(agent.state().recording()).isEmpty();
    }

    @Test
    void withoutAUnitARecordingIsRefused() {
        Agent agent = rig.start("");

        assertThat(HubCopy.ask(agent, 10)).isEqualTo(new StartOutcome.Refused(StartOutcome.Why.NO_UNIT));
    }
}
