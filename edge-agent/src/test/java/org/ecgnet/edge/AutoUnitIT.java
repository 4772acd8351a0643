package org.ecgnet.edge;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.Assertions;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.edge.page.DeskState.UnitLine;
import org.ecgnet.edge.page.PageInBrowser;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.protocol.device.UnitWiring;
import org.ecgnet.sim.device.HeartSource;
import org.ecgnet.sim.device.UnitModel;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code unit.port = auto}: the unit is looked for on pseudo-terminals, and the page says what was found. */
class AutoUnitIT {

    @RegisterExtension
    static final PageInBrowser browser = new PageInBrowser();

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    private static final SampleRate SLOW = new SampleRate(125);
    private static final UnitModel HEALTHYPI = new UnitModel.Amplifier(
            UnitModel.Family.HEALTHYPI_V4,
            new UnitWiring(UnitWiring.channels(List.of("II")), OptionalDouble.of(12), OptionalDouble.empty()),
            SLOW,
            115_200);

    @RegisterExtension
    final AgentRig rig = new AgentRig();

    private Page page(Agent agent) {
        return browser.open("http://127.0.0.1:" + agent.pagePort() + "/", ColorScheme.LIGHT, 1366, 768);
    }

    private SimulatedLine reference(String name) {
        return rig.unit(
                rig.folder().resolve(name),
                SimulatedLine.REFERENCE,
                () -> new HeartSource(Scenario.NORMAL, 3, new SampleRate(500), Lead.STANDARD_12),
                "");
    }

    private static void awaitOn(Agent agent, Path port) {
        await().atMost(AgentRig.LONG)
                .until(() -> agent.state().unit().line() instanceof UnitLine.Open open
                        && open.port().equals(port.toString())
                        && agent.state().unit().announced());
    }

    @Test
    void aUnitIsFoundBesideAnotherDeviceAndAgainWhenItComesBackUnderAnotherName() {
        ForeignDevice foreign = new ForeignDevice();
        rig.closing(foreign::close);
        Path one = rig.folder().resolve("ttyUSB0");
        Path other = rig.folder().resolve("ttyUSB1");
        Agent agent =
                rig.start("port = auto, other-ports = [\"%s\", \"%s\", \"%s\"]".formatted(foreign.port(), one, other));
        Page page = page(agent);
        assertThat(page.locator("header")).containsText("正在自动寻找", SOON);
        await().atMost(AgentRig.LONG).until(foreign::wasHeld);

        SimulatedLine line = reference("ttyUSB0");
        awaitOn(agent, one);
        assertThat(page.locator("header")).containsText("reference，接口 ttyUSB0", SOON);
        await().atMost(AgentRig.LONG).until(() -> !foreign.held());
        browser.picture(page, "auto-found");

        line.close();
        assertThat(page.locator("header")).containsText("正在自动寻找", SOON);
        reference("ttyUSB1");
        awaitOn(agent, other);
        assertThat(page.locator("header")).containsText("reference，接口 ttyUSB1", SOON);
        Assertions.assertThat(foreign.held()).isFalse();

        ExamId exam = HubCopy.record(agent, 3);
        await().atMost(AgentRig.LONG)
                .until(() -> agent.exam(exam).flatMap(StoredExam::endedAt).isPresent());
        Assertions.assertThat(agent.exam(exam).map(stored -> stored.started().unitModel()))
                .isEqualTo(Optional.of("reference"));
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aUnitWhoseWiringNobodySetIsNotTakenAndThePageSaysWhatToSet() {
        rig.unit(HEALTHYPI, () -> new HeartSource(Scenario.NORMAL, 3, SLOW, List.of(Lead.II)), "");
        Agent agent = rig.start("port = auto, other-ports = [\"" + rig.port() + "\"]");
        Page page = page(agent);
        PageInBrowser.step(page, 2);

        assertThat(page.locator("electrode-step")).containsText("是心电机（healthypi-v4），请管理员设置 unit.leads", SOON);
        assertThat(page.locator("button.start")).isDisabled();
        browser.picture(page, "auto-not-set");
        Assertions.assertThat(agent.state().unit().connected()).isFalse();
    }

    @Test
    void theFamilyThatIsFoundIsTheOneThatIsRecorded() {
        rig.unit(HEALTHYPI, () -> new HeartSource(Scenario.NORMAL, 3, SLOW, List.of(Lead.II)), "");
        Agent agent =
                rig.agent("port = auto, leads = [II], gain = 12, rate = 125, other-ports = [\"" + rig.port() + "\"]");

        ExamId exam = HubCopy.record(agent, 3);

        await().atMost(AgentRig.LONG)
                .until(() -> agent.exam(exam).flatMap(StoredExam::endedAt).isPresent());
        Assertions.assertThat(agent.exam(exam).orElseThrow().started().unitModel())
                .isEqualTo("healthypi-v4");
    }
}
