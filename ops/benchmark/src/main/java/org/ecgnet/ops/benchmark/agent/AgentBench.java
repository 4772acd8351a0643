package org.ecgnet.ops.benchmark.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ecgnet.ops.county.Clinic;
import org.ecgnet.ops.county.County;
import org.ecgnet.ops.county.HubPlan;
import org.ecgnet.ops.county.Played;
import org.ecgnet.ops.program.Patience;
import org.ecgnet.ops.program.Programs;

/** {@code ./ops/bench agent [RUNS]}: start and memory of an edge agent at a real hub, a Markdown table on standard output. */
public final class AgentBench {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String NOBODY = "http://127.0.0.1:9/";
    private static final String NO_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final int SECONDS = 30;

    private final Map<String, List<Double>> figures = Collections.synchronizedMap(new TreeMap<>());

    private AgentBench() {}

    /** @param args how many starts, 10 when not said */
    public static void main(String[] args) throws IOException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        Path folder = Files.createTempDirectory("agent-bench");
        var target = new HubPlan.Target(NOBODY, NO_SECRET);
        var plan = new HubPlan(HubPlan.Parts.EMBEDDED, target, target);
        var bench = new AgentBench();
        Programs programs = Programs.built();
        try (County county = County.prepare(folder, programs, plan)) {
            county.startHub();
            Clinic clinic =
                    county.addClinic("dagou", Played.heart("anterior-stemi", "王五", "MALE", 58, true), "reference");
            clinic.startUnit();
            for (int run = 0; run < runs; run++) {
                try (var agent = new LaunchedAgent(
                        programs.root().resolve("edge-agent/target/edge-agent.jar"),
                        folder.resolve("programs"),
                        clinic.settings(),
                        folder.resolve("agent.log"))) {
                    bench.measure(agent, clinic);
                }
            }
            clinic.close();
        }
        bench.show();
    }

    private void measure(LaunchedAgent agent, Clinic clinic) throws IOException {
        keep("1 from start to the page that answers, s", agent.readyMillis() / 1000);
        Patience.until("unit and hub", PATIENCE, () -> {
            var state = agent.page().state();
            return state.at("/unit/connected").asBoolean()
                    && state.at("/hub/connected").asBoolean();
        });
        keep("2 agent, unit and hub connected, MiB", agent.agentMebibytes("VmRSS"));
        agent.page().record(clinic.played(), SECONDS);
        Patience.until("the end of the recording", PATIENCE, () -> {
            var state = agent.page().state();
            return state.at("/recording").isMissingNode()
                    || state.at("/recording").isNull();
        });
        Patience.until(
                "all sent",
                PATIENCE,
                () -> agent.page().state().at("/backlog/messages").asInt() == 0);
        keep("3 agent, at most, after 30 s recorded, read and sent, MiB", agent.agentMebibytes("VmHWM"));
        keep("4 launcher, at most, MiB", agent.launcherMebibytes("VmHWM"));
        keep("5 both, at most, MiB", agent.agentMebibytes("VmHWM") + agent.launcherMebibytes("VmHWM"));
    }

    private void keep(String what, double value) {
        figures.merge(what, List.of(value), (kept, one) -> Stream.concat(kept.stream(), one.stream())
                .toList());
    }

    private void show() {
        System.out.println("| | starts | smallest | median | largest |");
        System.out.println("|---|---|---|---|---|");
        figures.forEach((what, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f |%n",
                    what.substring(2),
                    sorted.size(),
                    sorted.get(0),
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() - 1));
        });
    }
}
