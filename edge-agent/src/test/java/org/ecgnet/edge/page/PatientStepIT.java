package org.ecgnet.edge.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.edge.patient.CardReading;
import org.ecgnet.edge.patient.PatientCard;
import org.ecgnet.edge.result.CountyProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Step 1 in a real browser. */
class PatientStepIT {

    @RegisterExtension
    static final PageInBrowser browser = new PageInBrowser();

    private final FakeDesk desk = browser.desk();

    @Test
    void theIdentityNumberFillsSexAndAgeAndAWrongOneIsSaidAndGoesNoFurther() {
        Page page = browser.open(ColorScheme.LIGHT);
        Locator number = page.locator("#identity");

        number.fill("11010519491231002X");
        assertThat(page.locator("patient-step section button[aria-pressed=true]"))
                .hasText("女");
        assertThat(page.locator("patient-step .warn")).hasCount(0);

        number.fill("110105194912310021");
        assertThat(page.locator("patient-step .warn")).hasText("身份证号校验不符，请核对");
        assertThat(page.locator("patient-step footer .main")).isDisabled();
        browser.picture(page, "wrong-identity-light");
        number.fill("");
        assertThat(page.locator("patient-step footer .main")).isEnabled();
    }

    @Test
    void aScanGoesToThePatientWhereverTheFocusIsAndLeavesNothingBehind() {
        Page page = browser.open(ColorScheme.LIGHT);
        Locator name = page.locator("#name");
        name.fill("张大娘");
        name.focus();

        page.evaluate(PageInBrowser.BURST, "11010519491231002X");

        assertThat(page.locator("#identity")).hasValue("11010519491231002X");
        assertThat(name).hasValue("张大娘");
        assertThat(page.locator("patient-step section button[aria-pressed=true]"))
                .hasText("女");
        assertThat(page.getByText("已扫到身份证号")).isVisible();
    }

    @Test
    void theCardReaderFillsTheFormAndItsFailureIsSaidInPlainWords() {
        desk.settings = new PageSettings(10, true, "", "", CountyProtocol.general());
        Page page = browser.open(ColorScheme.LIGHT);

        page.getByText("读卡").first().click();
        assertThat(page.getByText("没有读到卡，请重新放卡")).isVisible();

        desk.card = new CardReading.Read(
                new PatientCard(Optional.of("张大娘"), Optional.of("11010519491231002X"), Sex.UNKNOWN));
        page.getByText("读卡").first().click();
        assertThat(page.locator("#name")).hasValue("张大娘");
        assertThat(page.locator("patient-step section button[aria-pressed=true]"))
                .hasText("女");
    }

    @Test
    void symptomsOnsetAndVitalSignsGoWithTheRecording() {
        Page page = browser.open(ColorScheme.LIGHT);
        page.locator("#name").fill("张大娘");
        page.getByText("胸痛").click();
        page.getByText("30 分钟前").click();
        page.getByLabel("血氧 %").fill("93");
        page.getByLabel("收缩压").fill("150");
        page.getByLabel("舒张压").fill("95");
        browser.picture(page, "patient-light");
        page.locator("patient-step footer .main").click();
        page.locator("button.start").click();

        await().until(() -> desk.starts.size() == 1);
        StartRequest request = desk.starts.get(0);
        Assertions.assertThat(request.symptoms().chestPain()).isTrue();
        Assertions.assertThat(request.bedside().oxygenPercent()).hasValue(93);
        Assertions.assertThat(request.bedside().systolicMmHg()).hasValue(150);
        Assertions.assertThat(request.bedside().onset()).isPresent();
        Assertions.assertThat(request.patient().name()).contains("张大娘");
    }

    @Test
    void theNextPatientBeginsWithAnEmptyForm() {
        Page page = browser.open(ColorScheme.LIGHT);
        page.locator("#name").fill("张大娘");
        page.locator("patient-step footer .main").click();
        page.locator("button.start").click();
        await().until(() -> desk.starts.size() == 1);
        desk.show(Shown.recording(FakeDesk.quiet(), 2500), List.of());
        assertThat(page.locator("recording-step")).isVisible();
        desk.show(FakeDesk.quiet(), List.of(ShownExams.quiet(1, TriageLevel.GREEN, "张大娘")));

        PageInBrowser.step(page, 2);
        assertThat(page.getByText("上一位病人已采集。现在是谁？")).isVisible();
        browser.picture(page, "same-patient-light");
        page.getByText("换病人").click();
        assertThat(page.locator("#name")).hasValue("");
    }
}
