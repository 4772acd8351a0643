package org.ecgnet.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.protocol.uplink.UplinkMessage.PatientIdentified;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An emergency without a name that is somebody later. */
class IdentifiedLaterIT {

    private static final Patient WOMAN =
            new Patient(Optional.of("李秀英"), Optional.of("11010519491231002X"), Sex.FEMALE, OptionalInt.of(76));
    private static final String READ_FOR_ANYBODY = "年龄或性别不详";

    @RegisterExtension
    final AgentRig rig = new AgentRig();

    private static String lines(Agent agent, ExamId exam) {
        return agent.exam(exam)
                .flatMap(StoredExam::localReading)
                .map(reading -> reading.value().lines().toString())
                .orElse("");
    }

    private static ExamId recorded(Agent agent) {
        ExamId exam = HubCopy.record(agent, 10);
        await().atMost(AgentRig.LONG).until(() -> lines(agent, exam).contains(READ_FOR_ANYBODY));
        return exam;
    }

    @Test
    void withTheLineDownThisComputerReadsItAgainForThePatientItIs() {
        rig.unit(Scenario.NORMAL, "");
        Agent agent = rig.agent();
        ExamId exam = recorded(agent);

        assertThat(agent.identify(exam, WOMAN, "wang")).isTrue();

        await().atMost(AgentRig.LONG).until(() -> !lines(agent, exam).contains(READ_FOR_ANYBODY));
        StoredExam stored = agent.exam(exam).orElseThrow();
        assertThat(stored.started().patient()).isEqualTo(WOMAN);
        assertThat(stored.identified().orElseThrow().value()).isEqualTo("wang");
        assertThat(stored.identified().orElseThrow().at())
                .isAfter(stored.endedAt().orElseThrow());
        assertThat(agent.strip(exam)).isPresent();
    }

    @Test
    void theHubHearsWhoSaidItAndWhen() throws Exception {
        rig.connectHub();
        rig.unit(Scenario.NORMAL, "");
        Agent agent = rig.agent();
        ExamId exam = recorded(agent);
        await().atMost(AgentRig.LONG)
                .until(() -> agent.exam(exam).orElseThrow().storedAt().isPresent());

        agent.identify(exam, WOMAN, "wang");

        await().atMost(AgentRig.LONG)
                .until(() -> rig.hub().of(exam).stream().anyMatch(PatientIdentified.class::isInstance));
        PatientIdentified told =
                (PatientIdentified) rig.hub().of(exam).get(rig.hub().of(exam).size() - 1);
        assertThat(told.by()).isEqualTo("wang");
        assertThat(told.patient()).isEqualTo(WOMAN);
        assertThat(told.at().truncatedTo(ChronoUnit.MILLIS))
                .isEqualTo(agent.exam(exam)
                        .orElseThrow()
                        .identified()
                        .orElseThrow()
                        .at());
    }
}
