package org.ecgnet.edge.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ecgnet.edge.page.RunningPage;
import org.ecgnet.edge.serial.AnyLink;

/** Looks at everything that an agent needs. Takes some seconds; blocks. */
public final class Doctor {

    private Doctor() {}

    /** What was found, subject by subject. A running agent answers for its unit, whose port it holds. */
    public static List<Diagnosis> examine(Installation installation, Instant now) {
        RunningPage page = RunningPage.at(installation.pagePort());
        List<Check> checks = new ArrayList<>(List.of(new AgentCheck(page), new StoreCheck(), new ClockCheck()));
        if (!(page instanceof RunningPage.Answers)) {
            checks.add(new UnitCheck(() -> new AnyLink(installation.link().silentFor())));
        }
        checks.add(new LineCheck());
        List<Diagnosis> found = new ArrayList<>();
        checks.forEach(check -> found.addAll(check.look(installation, now)));
        return List.copyOf(found);
    }
}
