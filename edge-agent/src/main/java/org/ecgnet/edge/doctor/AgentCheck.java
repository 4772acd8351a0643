package org.ecgnet.edge.doctor;

import static org.ecgnet.edge.doctor.Diagnosis.Subject.AGENT;
import static org.ecgnet.edge.doctor.Diagnosis.Subject.UNIT;

import java.time.Instant;
import java.util.List;
import org.ecgnet.edge.page.RunningPage;

/** Whether an agent runs, and what it says of its unit. */
record AgentCheck(RunningPage page) implements Check {

    @Override
    public List<Diagnosis> look(Installation installation, Instant now) {
        int port = installation.pagePort();
        if (page instanceof RunningPage.SomebodyElse) {
            return List.of(Diagnosis.fail(
                    AGENT,
                    "another program listens on port " + port + ", where the clinic's page should be",
                    "end that program, or set page.port to a free port"));
        }
        if (page instanceof RunningPage.Answers agent) {
            return List.of(
                    Diagnosis.ok(AGENT, "runs, version " + agent.version()),
                    agent.unitConnected()
                            ? Diagnosis.ok(UNIT, "the running agent hears its unit")
                            : Diagnosis.fail(
                                    UNIT,
                                    "the running agent hears no unit",
                                    "switch the unit on and plug its cable in; to have its port looked at, stop the agent"
                                            + " and run doctor again"));
        }
        return List.of(Diagnosis.ok(AGENT, "no agent runs now; its page's port " + port + " is free"));
    }
}
