package org.ecgnet.edge;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.edge.page.PageInBrowser;
import org.ecgnet.edge.store.ClinicStore;
import org.ecgnet.edge.store.Exams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The clinic's own exams, searched on the page of a real agent over its encrypted store. */
class HistoryIT {

    @RegisterExtension
    static final PageInBrowser browser = new PageInBrowser();

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Instant TODAY = Instant.now().minus(Duration.ofMinutes(5));
    private static final Instant LONG_AGO = TODAY.minus(Duration.ofDays(9));

    @RegisterExtension
    final AgentRig rig = new AgentRig();

    @BeforeEach
    void prepare() throws Exception {
        try (ClinicStore store = ClinicStore.open(Exams.settings(rig.store(), 64L << 20))) {
            put(store, LONG_AGO, 1, "李秀英", "11010519491231002X", Sex.FEMALE);
            put(store, TODAY.minus(Duration.ofDays(3)), 2, "李秀兰", "110105196003070023", Sex.FEMALE);
            put(store, TODAY, 3, "王建国", "110105195501010011", Sex.MALE);
            for (int n = 4; n < 44; n++) { // more than the page lists
                put(store, TODAY.minus(Duration.ofDays(1)).plusSeconds(n), n, "赵" + n, "x" + n, Sex.MALE);
            }
        }
    }

    private static void put(ClinicStore store, Instant at, int n, String name, String identity, Sex sex) {
        ExamId exam = Exams.put(store, at, n, 2);
        Patient patient = new Patient(Optional.of(name), Optional.of(identity), sex, OptionalInt.of(70));
        Assertions.assertThat(store.spool().identify(exam, patient, "wang", at)).isTrue();
    }

    @Test
    void anExamIsFoundByAPartOfTheNameTheEndOfTheNumberAndTheDay() {
        Agent agent = rig.start("");
        Page page = browser.open("http://127.0.0.1:" + agent.pagePort() + "/", ColorScheme.LIGHT, 1366, 768);
        List<String> addresses = new CopyOnWriteArrayList<>();
        page.onRequest(request -> addresses.add(request.url()));
        PageInBrowser.step(page, 4);
        Locator text = page.locator("exam-history input[type=search]");
        Locator day = page.locator("exam-history input[type=date]");
        Locator found = page.locator("exam-history .list li");
        assertThat(found).hasCount(30);

        text.fill("李秀");
        assertThat(found).hasCount(2);
        text.fill("002x");
        assertThat(found).hasCount(1);
        assertThat(found).containsText("李秀英");
        browser.picture(page, "history-found");

        text.fill("");
        day.fill(LocalDate.ofInstant(LONG_AGO, CHINA).toString());
        assertThat(found).hasCount(1);
        assertThat(found).containsText("李秀英");
        text.fill("王");
        assertThat(page.getByText("没有找到")).isVisible();

        text.fill("李秀英");
        found.first().locator("button").click();
        assertThat(page.locator("result-card .head")).containsText("李秀英");
        Assertions.assertThat(addresses).noneMatch(address -> address.contains("%") || address.contains("002"));
        Assertions.assertThat(browser.complaints()).isEmpty();
    }
}
