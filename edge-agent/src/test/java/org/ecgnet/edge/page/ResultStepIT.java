package org.ecgnet.edge.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.edge.result.CountyProtocol;
import org.ecgnet.edge.result.DrugAdvice;
import org.ecgnet.edge.result.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Step 4 in a real browser. */
class ResultStepIT {

    @RegisterExtension
    static final PageInBrowser browser = new PageInBrowser();

    private final FakeDesk desk = browser.desk();

    @Test
    void anOldExamIsFoundByName() {
        desk.show(
                FakeDesk.quiet(),
                List.of(ShownExams.quiet(1, TriageLevel.GREEN, "王建国"), ShownExams.quiet(2, TriageLevel.GREEN, "李秀英")));
        Page page = browser.open(ColorScheme.LIGHT);
        PageInBrowser.step(page, 4);
        page.getByLabel("姓名或证件号末位").fill("李秀");
        assertThat(page.locator("exam-history .list li")).hasCount(1);
        assertThat(page.locator("exam-history .list li")).containsText("李秀英");
        browser.picture(page, "history-light");
    }

    @Test
    void aRedWithTheLineDownSaysWhatToDoAndThatNobodyHasSeenIt() {
        desk.show(
                Shown.offline(FakeDesk.quiet()),
                List.of(
                        ShownExams.redOffline(),
                        ShownExams.quiet(1, TriageLevel.YELLOW, "王建国"),
                        ShownExams.quiet(2, TriageLevel.GREEN, "李秀英"),
                        ShownExams.refused()));
        Page page = browser.open(ColorScheme.LIGHT);
        PageInBrowser.step(page, 4);
        assertThat(page.locator("result-card h2")).isVisible();
        browser.picture(page, "red-offline-light");

        assertThat(page.locator("result-card h2")).hasText("危急");
        assertThat(page.locator("result-card")).containsText("本机自动，未经医生确认");
        assertThat(page.locator("result-card")).containsText("心肺复苏");
        assertThat(page.locator("result-card .trail .done")).hasCount(0);
        assertThat(page.locator("header")).containsText("3 份待上传，最早 14:02");

        desk.show(FakeDesk.quiet(), List.of(ShownExams.redAcknowledged()));
        assertThat(page.locator("result-card .trail.extra")).containsText("医生已接手");
        assertThat(page.locator("result-card .trail.extra")).containsText("李主任");
        assertThat(page.locator("result-card .trail").first()).containsText("○ 医生已确认");
        browser.picture(page, "red-acknowledged-light");
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anUnseenRedStaysInSightAtEveryStep() {
        desk.show(FakeDesk.quiet(), List.of(ShownExams.redAcknowledged()));
        Page page = browser.open(ColorScheme.LIGHT);

        assertThat(page.locator(".banner.unseen")).containsText("张大娘：危急结果，尚未确认看到");
        PageInBrowser.step(page, 2);
        browser.picture(page, "unseen-red-light");
        page.locator(".banner.unseen").getByText("立即查看").click();

        assertThat(page.locator("result-card h2")).hasText("危急");
        assertThat(page.locator(".banner.unseen")).hasCount(0);
    }

    @Test
    void aRecordingThatTheUnitLeftIsSaidToBeCutShortOnItsOwnCardOnly() {
        desk.show(
                Shown.cutShort(FakeDesk.quiet(), FakeDesk.EXAM),
                List.of(ShownExams.redOffline(), ShownExams.quiet(1, TriageLevel.GREEN, "王建国")));
        Page page = browser.open(ColorScheme.LIGHT);
        PageInBrowser.step(page, 4);

        assertThat(page.getByText("心电机中途断开")).isVisible();
        page.locator("exam-history .list button").nth(1).click();
        assertThat(page.locator("result-card .head")).containsText("王建国");
        assertThat(page.getByText("心电机中途断开")).hasCount(0);
    }

    private Page result(String name) {
        Page page = browser.open(ColorScheme.LIGHT);
        PageInBrowser.step(page, 4);
        assertThat(page.locator("result-card h2")).isVisible();
        browser.picture(page, name);
        return page;
    }

    @Test
    void aRedIsSeenOnlyOnceItIsReadBack() {
        desk.show(FakeDesk.quiet(), List.of(ShownExams.redAcknowledged()));
        Page page = result("red-unread-light");

        page.getByText("我已看到：复述危急值").click();
        page.getByText("心率过慢").click();
        assertThat(page.getByText("与结果不符")).isVisible();
        Assertions.assertThat(desk.asked).noneMatch(asked -> asked.startsWith("confirm"));
        browser.picture(page, "read-back-light");

        page.getByText("急性心梗 / 缺血").click();
        await().until(() -> desk.asked.contains("confirm " + FakeDesk.EXAM + " SEEN 女 67 岁; 急性心梗 / 缺血 R11"));
        Assertions.assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatToDoIsTheCountysAndADrugWaitsForItsContraindications() {
        CountyProtocol general = CountyProtocol.general();
        DrugAdvice drug = new DrugAdvice(
                new Words("某药", "A drug"),
                List.of("R11"),
                List.of(new Words("对本药过敏", "Allergy"), new Words("活动性出血", "Bleeding")),
                List.of(new Words("按中心医嘱给药", "Give it as the centre says")));
        CountyProtocol county = new CountyProtocol(
                Optional.of(new CountyProtocol.Approval("周主任", "2026-1", LocalDate.of(2026, 2, 1))),
                general.levels(),
                Map.of("R11", List.of(new Words("立即做第二份心电图", "Record a second ECG"))),
                List.of(drug),
                general.repeat(),
                general.phrases());
        desk.settings = new PageSettings(10, false, "", "", county);
        desk.show(FakeDesk.quiet(), List.of(ShownExams.redOffline()));
        Page page = result("county-protocol-light");

        assertThat(page.locator("what-now ol")).hasText("立即做第二份心电图");
        assertThat(page.getByText("批准：周主任，版本 2026-1，2026-02-01")).isVisible();
        page.getByText("用药：某药").click();
        assertThat(page.getByText("按中心医嘱给药")).hasCount(0);
        page.locator(".drug li").nth(0).getByText("无").click();
        assertThat(page.getByText("按中心医嘱给药")).hasCount(0);
        page.locator(".drug li").nth(1).getByText("有").click();
        assertThat(page.getByText("不要给药")).isVisible();
        browser.picture(page, "contraindication-light");
        page.locator(".drug li").nth(1).getByText("无").click();
        assertThat(page.getByText("按中心医嘱给药")).isVisible();
    }

    @Test
    void withoutACountysTextNoDrugIsEverNamed() {
        desk.show(FakeDesk.quiet(), List.of(ShownExams.redOffline()));
        Page page = result("general-protocol-light");

        assertThat(page.getByText("未经本县批准的用药建议不显示")).isVisible();
        assertThat(page.locator("what-now button")).hasCount(0);
    }

    @Test
    void wordsGoToTheCentreWithOneTapAndACallBackIsTimed() {
        desk.show(FakeDesk.quiet(), List.of(ShownExams.redAcknowledged()));
        Page page = result("talk-light");

        page.getByText("给中心留言").click();
        page.getByText("病人意识不清").click();
        await().until(() -> desk.asked.contains("confirm " + FakeDesk.EXAM + " SAID 病人意识不清"));
        page.getByText("请中心回电").click();
        await().until(() -> desk.asked.contains("confirm " + FakeDesk.EXAM + " CALL_BACK 0571-88881111"));

        desk.show(
                FakeDesk.quiet(),
                List.of(ShownExams.callingBackSince(Instant.now().minusSeconds(400))));
        assertThat(page.getByText("还没有回电，请直接打电话：0571-88880000")).isVisible();
        browser.picture(page, "call-back-late-light");
    }

    @Test
    void exchangedElectrodesAreRepeatedByDefaultAndSentAsTheyAreByChoice() {
        desk.show(FakeDesk.quiet(), List.of(ShownExams.swapped()));
        Page page = result("swapped-light");

        assertThat(page.getByText("可能接反，请检查")).isVisible();
        assertThat(page.locator("result-card button.main.again")).hasText("重贴后再采一次");
        page.getByText("已核对无误，仍然发送").click();
        await().until(() -> desk.asked.stream().anyMatch(asked -> asked.endsWith("ELECTRODES_CHECKED")));
    }

    @Test
    void chestPainWithoutARedIsToBeRepeated() {
        desk.show(FakeDesk.quiet(), List.of(ShownExams.quiet(0, TriageLevel.YELLOW, "王建国")));
        Page page = result("repeat-light");

        assertThat(page.locator(".banner")).containsText("王建国：");
        assertThat(page.locator(".banner")).containsText("后请复查心电图");
    }

    @Test
    void anUnknownPatientIsIdentifiedLater() {
        desk.show(FakeDesk.quiet(), List.of(ShownExams.refused()));
        Page page = result("unknown-light");

        page.getByText("补登身份").click();
        page.locator("#name").fill("李秀英");
        page.locator("#identity").fill("11010519491231002X");
        assertThat(page.locator("patient-step section button[aria-pressed=true]"))
                .hasText("女");
        browser.picture(page, "identify-light");
        page.getByText("确认身份，送中心").click();

        await().until(() -> desk.asked.stream()
                .anyMatch(asked -> asked.startsWith("identify") && asked.endsWith("李秀英 11010519491231002X")));
    }
}
