package org.ecgnet.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.protocol.device.UnitWiring;
import org.ecgnet.sim.device.HeartSource;
import org.ecgnet.sim.device.UnitModel;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code edge-agent devices} on pseudo-terminals with a simulated unit of each family. */
class DevicesCommandIT {

    private static final String[] EIGHT = {"I", "II", "V1", "V2", "V3", "V4", "V5", "V6"};

    @TempDir
    private Path folder;

    static Stream<Arguments> units() {
        return Stream.of(
                Arguments.of("reference", SimulatedLine.REFERENCE),
                Arguments.of("openbci-cyton", amplifier(UnitModel.Family.OPENBCI_CYTON, 250, 24, 0, EIGHT)),
                Arguments.of("healthypi-v4", amplifier(UnitModel.Family.HEALTHYPI_V4, 125, 12, 0, "II")),
                Arguments.of("bitalino", amplifier(UnitModel.Family.BITALINO, 1000, 0, 0, "-", "II")),
                Arguments.of("ads129x-raw", amplifier(UnitModel.Family.ADS129X_RAW, 500, 6, 2.4, EIGHT)));
    }

    private static UnitModel amplifier(UnitModel.Family family, int hertz, double gain, double volts, String... leads) {
        UnitWiring wiring = new UnitWiring(
                UnitWiring.channels(List.of(leads)),
                gain == 0 ? OptionalDouble.empty() : OptionalDouble.of(gain),
                volts == 0 ? OptionalDouble.empty() : OptionalDouble.of(volts));
        return new UnitModel.Amplifier(family, wiring, new SampleRate(hertz), 230_400);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("units")
    void aUnitIsRecognisedWhetherItSpeaksOrMustBeAsked(String model, UnitModel unit) {
        Run run = devices(unit, "--json");

        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out()).contains("\"state\":\"recognised\"", "\"model\":\"" + model + "\"");
    }

    @Test
    void whereTwoModelsAnswerAPersonChooses() {
        Run run = devices(SimulatedLine.BOX);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("usb-box-12", "usb-box-12-strict", "请按说明书选择");
    }

    @Test
    void aPortThatIsNotThereIsSaid() {
        Run run = run("--port", folder.resolve("none").toString(), "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("\"state\":\"closed\"");
    }

    private record Run(int code, String out) {}

    private Run devices(UnitModel unit, String... more) {
        int hertz =
                unit instanceof UnitModel.Amplifier amplifier ? amplifier.rate().hertz() : 500;
        List<Lead> leads = unit instanceof UnitModel.Amplifier amplifier
                ? amplifier.wiring().leads()
                : Lead.INDEPENDENT_8;
        try (SimulatedLine line = SimulatedLine.open(
                folder.resolve("tty"),
                unit,
                () -> new HeartSource(Scenario.NORMAL, 1, new SampleRate(hertz), leads),
                "")) {
            org.awaitility.Awaitility.await().until(() -> Files.exists(line.port()));
            String[] arguments = Stream.concat(Stream.of("--port", line.port().toString()), Stream.of(more))
                    .toArray(String[]::new);
            return run(arguments);
        }
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        String[] all = Stream.concat(Stream.of("devices"), Stream.of(arguments)).toArray(String[]::new);
        int code = EdgeAgent.commandLine().setOut(new PrintWriter(out, true)).execute(all);
        return new Run(code, out.toString());
    }
}
