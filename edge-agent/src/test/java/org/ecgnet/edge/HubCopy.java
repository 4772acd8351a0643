package org.ecgnet.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.OptionalInt;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.edge.capture.Reassembly;
import org.ecgnet.edge.page.StartOutcome;
import org.ecgnet.edge.page.StartRequest;
import org.ecgnet.edge.uplink.FakeHub;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;

/** Recordings of an agent as its hub has them, held against what the unit sent. */
record HubCopy(FakeHub hub) {

    /** Asks for a recording of nobody in particular. */
    static StartOutcome ask(Agent agent, int seconds) {
        return agent.start(
                        new StartRequest(Patient.UNKNOWN, Symptoms.NONE, "wang", OptionalInt.of(seconds), false, false))
                .toCompletableFuture()
                .join();
    }

    static ExamId record(Agent agent, int seconds) {
        StartOutcome outcome = ask(agent, seconds);
        assertThat(outcome).isInstanceOf(StartOutcome.Started.class);
        return ((StartOutcome.Started) outcome).examId();
    }

    /** Waits until the hub has all of it. */
    ExamEnded ended(ExamId exam) {
        await().atMost(AgentRig.LONG).until(() -> hub.of(exam).stream().anyMatch(ExamEnded.class::isInstance));
        List<OfExam> messages = hub.of(exam);
        ExamEnded ended = (ExamEnded) messages.get(messages.size() - 1);
        await().atMost(AgentRig.LONG).until(() -> hub.of(exam).size() == ended.seq() + 1);
        return ended;
    }

    Recording recording(ExamId exam) {
        ExamEnded ended = ended(exam);
        List<OfExam> messages = hub.of(exam);
        List<WaveChunk> chunks = messages.stream()
                .filter(WaveChunk.class::isInstance)
                .map(WaveChunk.class::cast)
                .toList();
        ExamStarted started = (ExamStarted) messages.get(0);
        assertThat(Reassembly.cutOff(started, chunks).sha256()).isEqualTo(ended.sha256());
        return Reassembly.recording(started, chunks);
    }

    /** The recording is the first so many samples that were sent. */
    void expectSent(ExamId exam, List<int[]> sent, int samples) {
        int[][] counts = recording(exam).waveform().counts();
        assertThat(counts[0]).hasSize(samples);
        for (int n = 0; n < samples; n++) {
            for (int lead = 0; lead < counts.length; lead++) {
                assertThat(counts[lead][n]).isEqualTo(sent.get(n)[lead]);
            }
        }
    }
}
