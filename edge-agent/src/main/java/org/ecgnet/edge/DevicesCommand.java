package org.ecgnet.edge;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ecgnet.edge.serial.AnyLink;
import org.ecgnet.edge.serial.JSerialCommLink;
import org.ecgnet.edge.serial.PortFinding;
import org.ecgnet.edge.serial.PortProbe;
import org.ecgnet.edge.serial.UnitSearch;
import org.ecgnet.protocol.device.Claim;
import org.ecgnet.protocol.device.DeviceCodecs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds units and says what to set. Exit code 0 when at least one was recognised. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        versionProvider = EdgeAgent.Version.class,
        description = {
            "Listens on every port, asks where nothing speaks, and says which unit is there and what to set.",
            "The agent must not be running: a port serves one at a time."
        })
final class DevicesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Only this one, also one that is never listed: a virtual port, or tcp://host:port.")
    private List<String> ports = new ArrayList<>();

    @Option(names = "--listen", paramLabel = "MILLIS", description = "How long each port is listened to: 1500.")
    private int listenMillis = 1500;

    @Option(names = "--json", description = "One JSON array instead of words.")
    private boolean json;

    @Override
    public Integer call() {
        Set<String> chosen = new LinkedHashSet<>(ports);
        if (ports.isEmpty()) {
            JSerialCommLink.listed().forEach(port -> chosen.add(port.replaceFirst(": .*", "")));
        }
        List<PortFinding> findings = new ArrayList<>();
        try (AnyLink link = new AnyLink(Duration.ofMinutes(1))) {
            PortProbe probe = new PortProbe(link, Duration.ofMillis(listenMillis), UnitSearch.ANSWERING);
            chosen.forEach(port -> findings.add(probe.probe(port)));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            List<Map<String, Object>> all =
                    findings.stream().map(DevicesCommand::members).toList();
            out.println(ConfigValueFactory.fromIterable(all).render(ConfigRenderOptions.concise()));
        } else if (findings.isEmpty()) {
            out.println("没有串口：设备插好了吗？  no serial port: is the unit plugged in?");
        } else {
            findings.forEach(finding -> out.println(words(finding)));
        }
        out.flush();
        return findings.stream().anyMatch(PortFinding.Recognised.class::isInstance) ? 0 : 1;
    }

    /** The members of a finding's JSON object. */
    private static Map<String, Object> members(PortFinding finding) {
        Map<String, Object> one = new TreeMap<>();
        one.put("port", finding.port());
        one.put("words", words(finding));
        if (finding instanceof PortFinding.Recognised found) {
            one.putAll(Map.of("state", "recognised", "baud", found.baud(), "models", models(List.of(found.claim()))));
        } else if (finding instanceof PortFinding.Ambiguous several) {
            one.putAll(Map.of("state", "ambiguous", "baud", several.baud(), "models", models(several.claims())));
        } else if (finding instanceof PortFinding.NotRecognised unknown) {
            one.putAll(Map.of("state", unknown.bytes() == 0 ? "silent" : "unknown", "bytes", unknown.bytes()));
        } else if (finding instanceof PortFinding.Closed closed) {
            one.putAll(Map.of("state", "closed", "why", closed.why()));
        }
        return one;
    }

    private static List<Map<String, Object>> models(List<Claim> claims) {
        return claims.stream()
                .map(claim -> Map.<String, Object>of(
                        "model", claim.model(),
                        "frames", claim.frames(),
                        "understood", claim.understood(),
                        "mustBeSet", DeviceCodecs.mustBeSet(claim.model())))
                .toList();
    }

    private static String words(PortFinding finding) {
        if (finding instanceof PortFinding.Recognised found) {
            return found.port() + ": " + found.claim().model() + "  ->  unit.port = \"" + found.port()
                    + "\", unit.model = " + found.claim().model() + ", unit.baud = " + found.baud()
                    + alsoSet(found.claim().model());
        } else if (finding instanceof PortFinding.Ambiguous several) {
            List<String> names = several.claims().stream().map(Claim::model).toList();
            return several.port() + ": 可能是以下之一，请按说明书选择  one of " + String.join(", ", names)
                    + ", choose by the unit's manual (unit.baud = " + several.baud() + ")";
        } else if (finding instanceof PortFinding.Closed closed) {
            return closed.port() + ": " + closed.why();
        } else if (finding instanceof PortFinding.NotRecognised unknown && unknown.bytes() > 0) {
            return unknown.port() + ": 有数据但不认识  " + unknown.bytes() + " bytes that no known unit sends";
        }
        return finding.port() + ": 没有响应，设备开机了吗？  silent: is the unit on?";
    }

    private static String alsoSet(String model) {
        List<String> more = DeviceCodecs.mustBeSet(model);
        return more.isEmpty() ? "" : "; 还必须设置  and must set " + String.join(", ", more);
    }
}
