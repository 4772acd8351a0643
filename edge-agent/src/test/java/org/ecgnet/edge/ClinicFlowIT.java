package org.ecgnet.edge;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.ecgnet.edge.page.PageInBrowser;
import org.ecgnet.edge.store.StoredExam;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.PatientIdentified;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A village doctor at a real agent: the page in a browser, a simulated unit on a pseudo-terminal, a broker and a hub. */
class ClinicFlowIT {

    private static final Logger LOGGER = LoggerFactory.getLogger(ClinicFlowIT.class);

    @RegisterExtension
    static final PageInBrowser browser = new PageInBrowser();

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @RegisterExtension
    final AgentRig rig = new AgentRig();

    private int clicks;

    private Page page(Agent agent) {
        return browser.open("http://127.0.0.1:" + agent.pagePort() + "/", ColorScheme.LIGHT, 1366, 768);
    }

    private void click(Locator place) {
        place.click();
        clicks++;
    }

    private static Locator result(Page page) {
        return page.locator("result-card .head h2");
    }

    @Test
    void fromTheFirstTouchToTheCentreTakesOneClickAndThePatientIsIdentifiedLater() throws Exception {
        rig.connectHub();
        rig.unit(Scenario.NORMAL, "");
        Agent agent = rig.agent();
        Page page = page(agent);

        click(page.getByText("急救，身份不明")); // the rest starts by itself when the signal is good
        assertThat(page.locator("electrode-step .lights .GREEN").first()).isVisible(SOON);
        browser.picture(page, "flow-electrodes");
        assertThat(page.locator("recording-step")).isVisible(SOON);
        assertThat(result(page)).isVisible(SOON);
        StoredExam exam = agent.exams(1).get(0);
        await().atMost(AgentRig.LONG)
                .until(() -> rig.hub().of(exam.examId()).stream().anyMatch(ExamEnded.class::isInstance));
        await().atMost(AgentRig.LONG)
                .until(() -> agent.exam(exam.examId()).orElseThrow().storedAt().isPresent());
        assertThat(page.locator("result-card .trail .done").first()).containsText("已送出");
        Assertions.assertThat(clicks).isLessThanOrEqualTo(4);
        browser.picture(page, "flow-result");

        page.getByText("补登身份").click();
        page.locator("#name").fill("李秀英");
        page.getByText("确认身份，送中心").click();
        await().atMost(AgentRig.LONG)
                .until(() -> rig.hub().of(exam.examId()).stream().anyMatch(PatientIdentified.class::isInstance));
        assertThat(page.locator("result-card .head")).containsText("李秀英");
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aNamedPatientWithChestPainIsSentWithTwoClicks() throws Exception {
        rig.connectHub();
        rig.unit(Scenario.NORMAL, "");
        Agent agent = rig.agent();
        Page page = page(agent);

        page.locator("#identity").fill("110105194912310021"); // a digit is wrong
        assertThat(page.getByText("身份证号校验不符")).isVisible();
        assertThat(page.locator("patient-step footer .main")).isDisabled();
        page.locator("#identity").fill("11010519491231002X");
        click(page.getByText("胸痛"));
        click(page.locator("patient-step footer .main"));

        assertThat(result(page)).isVisible(SOON);
        await().atMost(AgentRig.LONG)
                .until(() -> agent.exams(1).get(0).storedAt().isPresent());
        assertThat(page.locator("result-card .trail .done").first()).containsText("已送出");
        Assertions.assertThat(clicks).isLessThanOrEqualTo(4);
        Assertions.assertThat(agent.exams(1).get(0).started().patient().identityNumber())
                .contains("11010519491231002X");
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void exchangedArmsAreSeenBeforeTheRecordingAndBlockNothing() {
        rig.unit(Scenario.LA_RA_SWAP, "");
        Agent agent = rig.agent();
        Page page = page(agent);
        page.locator("#name").fill("张大娘");
        page.locator("patient-step footer .main").click();

        assertThat(page.getByText("右臂(RA)与左臂(LA) 可能接反")).isVisible(SOON);
        browser.picture(page, "flow-exchanged");
        page.waitForTimeout(5000);
        Assertions.assertThat(agent.exams(1)).as("nothing starts by itself").isEmpty();
        page.locator("button.start").click();
        assertThat(page.locator("recording-step")).isVisible(SOON);
        assertThat(result(page)).isVisible(SOON);
    }

    @Test
    void aDeadlyRhythmIsAlarmedWhileItIsRecorded() {
        rig.unit(Scenario.VF, "");
        Agent agent = rig.agent();
        Page page = page(agent);
        page.getByText("急救，身份不明").click();
        page.getByText("胸痛连续监护").click();
        page.locator("button.start").click();

        assertThat(page.locator(".banner.alarm")).isVisible(SOON);
        assertThat(page.locator("recording-step")).isVisible();
        browser.picture(page, "flow-alarm");
        page.locator("button.stop").click();
        assertThat(result(page)).hasText("危急", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
    }

    @Test
    void withTheHubStoppedTheResultAndTheStepsAreThereAndAllIsSentOnceItIsBack() throws Exception {
        rig.unit(Scenario.ANTERIOR_STEMI, "");
        Agent agent = rig.agent();
        Page page = page(agent);

        page.locator("#identity").fill("11010519491231002X");
        page.getByText("胸痛").click();
        page.locator("patient-step footer .main").click();
        assertThat(result(page)).isVisible(SOON);
        assertThat(result(page)).hasText("危急", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
        StoredExam exam = agent.exams(1).get(0);
        Duration took = Duration.between(
                exam.endedAt().orElseThrow(), exam.localReading().orElseThrow().at());
        LOGGER.info("Offline result {} ms after the end", took.toMillis());
        assertThat(page.locator("result-card")).containsText("心肺复苏");
        assertThat(page.locator("header")).containsText("1 份待上传");
        page.getByText("我已看到：复述危急值").click();
        page.getByText("急性心梗 / 缺血").click();
        assertThat(page.getByText("已确认看到")).isVisible();
        browser.picture(page, "flow-offline-red");
        page.getByText("看图 / 打印").click();
        assertThat(page.locator("print-sheet polyline").first()).isVisible();
        browser.picture(page, "flow-paper");
        page.getByText("关闭").click();

        rig.connectHub();
        await().atMost(AgentRig.LONG).until(() -> agent.state().backlog().messages() == 0);
        assertThat(page.locator("result-card .trail .done").first()).containsText("已送出");
        Assertions.assertThat(rig.hub().of(exam.examId())).hasSize(exam.lastSeq() + 2);
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aUnitPulledOutWhileItRecordsKeepsWhatItHadSaysSoAndComesBack() {
        rig.unit(Scenario.NORMAL, "unplug@24s,replug@28s");
        Agent agent = rig.agent();
        Page page = page(agent);

        page.getByText("急救，身份不明").click();
        page.getByText("胸痛连续监护").click();
        page.locator("button.start").click();
        assertThat(page.getByText("心电机中途断开").first()).isVisible(SOON);
        assertThat(result(page)).isVisible(SOON);
        browser.picture(page, "flow-unplugged");
        List<StoredExam> exams = agent.exams(9);
        Assertions.assertThat(exams).hasSize(1);
        Assertions.assertThat(exams.get(0).lastSeq()).isGreaterThan(3);
        await().atMost(AgentRig.LONG)
                .until(() -> agent.strip(exams.get(0).examId()).isPresent());

        await().atMost(AgentRig.LONG).until(() -> agent.state().unit().connected());
        page.locator("button.again").last().click();
        assertThat(page.locator("recording-step")).isVisible(SOON);
        page.locator("button.stop").click();
        await().atMost(AgentRig.LONG).until(() -> agent.exams(9).size() == 2);
    }
}
