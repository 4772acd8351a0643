package org.ecgnet.edge;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ecgnet.edge.enrol.Enrolment;
import org.ecgnet.protocol.enrolment.EnrolmentCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code edge-agent enrol}. */
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        versionProvider = EdgeAgent.Version.class,
        description = "Takes this computer's certificate from the hub by the code that the county gave"
                + " ('ecg-hub ca enrol SITE').")
final class EnrolCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--hub",
            required = true,
            paramLabel = "URL",
            description = "address of the centre's console, such as https://hub.county.example:8443")
    private URI hub = URI.create("https://localhost/");

    @Option(names = "--code", required = true, paramLabel = "CODE", description = "six groups of four, good once")
    private String code = "";

    @Option(
            names = "--out",
            paramLabel = "F.p12",
            defaultValue = "site.p12",
            description = "file to write; its password goes to F.p12.password (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("site.p12");

    @Override
    public Integer call() {
        EnrolmentCode parsed;
        try {
            parsed = EnrolmentCode.parse(code);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--code: " + e.getMessage(), e);
        }
        if (!"https".equals(hub.getScheme())) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--hub: no https address");
        }
        Enrolment.take(hub, parsed, out);
        PrintWriter print = spec.commandLine().getOut();
        print.println("certificate written to " + out + "; in the settings:");
        print.println("hub { host = \"" + hub.getHost() + "\", keystore = \"" + out.toAbsolutePath()
                + "\", keystore-password-file = \"" + out.toAbsolutePath() + ".password\" }");
        return 0;
    }
}
