package org.ecgnet.ops.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The 12-lead viewer, probed pixel by pixel and lead by lead. */
class ViewerIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    private static final int HEAVY = 0xEC9F9A;

    @Test
    void heavyLinesStandEveryFiveMillimetresOverTheWholePaper() {
        Page page = CONSOLE.browser().loggedIn();
        CONSOLE.browser().open(page, CONSOLE.normal());
        Paper paper = Paper.of(page);

        List<Integer> heavy = paper.columnsOf(HEAVY, Paper.px(2.5));

        assertThat(heavy).hasSizeGreaterThan(50);
        for (int line = 0; line < heavy.size(); line++) {
            assertThat((double) heavy.get(line)).as("line %s", line).isCloseTo(line * 5 * Paper.PX_PER_MM, within(1.0));
        }
        assertThat(paper.width()).isGreaterThanOrEqualTo(Paper.px(265));
    }

    @Test
    void theCalibrationPulseOfEveryRowIsTenMillimetresHighAndFiveWide() {
        Page page = CONSOLE.browser().loggedIn();
        CONSOLE.browser().open(page, CONSOLE.normal());
        Paper paper = Paper.of(page);

        for (double baselineMm : List.of(25.0, 55.0, 85.0, 115.0)) {
            int top = paper.topInk(Paper.px(5), Paper.px(baselineMm - 14), Paper.px(baselineMm));
            assertThat((double) top).isCloseTo((baselineMm - 10) * Paper.PX_PER_MM, within(1.0));
            int middle = Paper.px(baselineMm - 5);
            List<Integer> uprights = new ArrayList<>();
            for (int x = 0; x < Paper.px(9); x++) {
                if (paper.ink(x, middle)) {
                    uprights.add(x);
                }
            }
            assertThat((double) uprights.get(uprights.size() - 1) - uprights.get(0))
                    .isCloseTo(5 * Paper.PX_PER_MM, within(2.0));
        }
    }

    @Test
    void aBeatOfLeadTwoStandsAtTheSamePlaceInItsColumnAndInTheRhythmStrip() {
        Page page = CONSOLE.browser().loggedIn();
        CONSOLE.browser().open(page, CONSOLE.normal());
        Paper paper = Paper.of(page);

        List<Integer> inColumn = peaks(paper, 55, Paper.px(16), Paper.px(71));
        List<Integer> inStrip = peaks(paper, 115, Paper.px(16), Paper.px(71));

        assertThat(inColumn).hasSizeBetween(2, 4);
        assertThat(inStrip).hasSameSizeAs(inColumn);
        for (int beat = 0; beat < inColumn.size(); beat++) {
            assertThat(inStrip.get(beat)).isCloseTo(inColumn.get(beat), within(1));
        }
    }

    /** R peaks: the highest place of each stretch of ink that stands more than 6 mm above the row's middle. */
    private static List<Integer> peaks(Paper paper, double baselineMm, int fromX, int toX) {
        List<Integer> peaks = new ArrayList<>();
        int best = -1;
        int bestTop = Integer.MAX_VALUE;
        for (int x = fromX; x < toX; x++) {
            int top = paper.topInk(x, Paper.px(baselineMm - 14), Paper.px(baselineMm - 6));
            if (top >= 0 && top < bestTop) {
                best = x;
                bestTop = top;
            } else if (top < 0 && best >= 0) {
                peaks.add(best);
                best = -1;
                bestTop = Integer.MAX_VALUE;
            }
        }
        return peaks;
    }

    @Test
    void moreRoomShowsMorePaperAndLessRoomScrollsAtTheSameScale() {
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1900, 900);
        CONSOLE.browser().open(page, CONSOLE.normal());
        Paper wide = Paper.of(page);

        page.setViewportSize(390, 844);
        page.waitForFunction("() => innerWidth === 390");
        Paper narrow = Paper.of(page);

        assertThat(wide.width()).isGreaterThan(narrow.width());
        assertThat(narrow.width()).isGreaterThanOrEqualTo(Paper.px(265));
        for (Paper paper : List.of(wide, narrow)) {
            List<Integer> heavy = paper.columnsOf(HEAVY, Paper.px(2.5));
            assertThat((double) heavy.get(40)).isCloseTo(200 * Paper.PX_PER_MM, within(1.0));
        }
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @Test
    void choosingAFindingLightsItsLeadsAndBeatsAndPrintsItsNumbers() {
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1366, 768);
        CONSOLE.browser().open(page, CONSOLE.infarction());
        Paper before = Paper.of(page);

        Locator finding = page.locator("ecg-findings li").first();
        assertThat(finding).containsText("mV");
        assertThat(finding.locator("tbody tr").first()).containsText("V");
        finding.locator("button").click();
        assertThat(finding.locator("button")).hasAttribute("aria-pressed", "true");
        Paper after = Paper.of(page);

        // Between labels and traces of the V1-V3 column, the paper turns yellow; in the column of I, II, III it does
        // not.
        assertThat(lit(after, before, Paper.px(136), Paper.px(196))).isGreaterThan(2_000);
        assertThat(lit(after, before, Paper.px(12), Paper.px(70)))
                .isLessThan(lit(after, before, Paper.px(136), Paper.px(196)));
    }

    private static int lit(Paper after, Paper before, int fromX, int toX) {
        int changed = 0;
        for (int y = Paper.px(14); y < Paper.px(96); y++) {
            for (int x = fromX; x < toX; x++) {
                if (after.at(x, y) != before.at(x, y)) {
                    changed++;
                }
            }
        }
        return changed;
    }

    @Test
    void anArrivingExamSweepsAndTurnsIntoASheetWhenItIsThere() {
        Recording recording = OpenConsole.heart(Scenario.NORMAL);
        Exam exam = CONSOLE.centre()
                .exams()
                .begin(
                        recording,
                        OpenConsole.patient("钱", "110101198001012222"),
                        Symptoms.NONE,
                        OpenConsole.DAGOU,
                        Instant.now());
        CONSOLE.centre().exams().send(exam, recording, 0, 1_000, Instant.now());
        Page page = CONSOLE.browser().loggedIn("en", ColorScheme.LIGHT, 1366, 768);
        CONSOLE.browser().open(page, exam.id());

        assertThat(page.locator("ecg-live .live")).containsText("LIVE");
        assertThat(page.locator("ecg-live .head")).containsText("2 s received");
        CONSOLE.centre().exams().send(exam, recording, 1_000, 2_000, Instant.now());
        assertThat(page.locator("ecg-live .head")).containsText("4 s received");
        assertThat(page.locator("ecg-live .problem")).containsText("no new samples");

        CONSOLE.centre().exams().send(exam, recording, 2_000, 5_000, Instant.now());
        CONSOLE.centre().exams().finish(exam, recording);
        assertThat(page.locator("ecg-viewer")).isVisible();
        assertThat(page.locator("ecg-live")).hasCount(0);
        assertThat(Paper.of(page).topInk(Paper.px(5), 0, Paper.px(25))).isPositive();
    }

    @Test
    void whatCannotBeScaledOrIsMissingIsAProblemAndNeverATrace() {
        Page page = CONSOLE.browser().loggedIn();

        Object found = page.evaluate(
                """
                async () => {
                  const { Waveform } = await import('/ecg/waveform.js');
                  const leads = ['I', 'II', 'V1', 'V2', 'V3', 'V5', 'V6'].map((lead) => ({
                    lead, microvoltsPerCount: lead === 'V2' ? 0 : 5, baselineCounts: 0 }));
                  const counts = leads.map((one) => new Int32Array(one.lead === 'V3' ? 9 : 10).fill(100));
                  const waveform = new Waveform({ rate: 500, samples: 10, leads }, counts);
                  return {
                    problems: waveform.problems.map((one) => `${one.code} ${one.lead ?? ''}`),
                    undrawn: ['V2', 'V3', 'V4'].filter((lead) => waveform.microvolts(lead) === undefined),
                    computed: ['III', 'aVR', 'aVL', 'aVF'].map((lead) => waveform.microvolts(lead)[0]),
                  };
                }""");

        Map<?, ?> result = (Map<?, ?>) found;
        assertThat(result.get("problems")).isEqualTo(List.of("unknown-scale V2", "wrong-length V3", "missing-lead V4"));
        assertThat(result.get("undrawn")).isEqualTo(List.of("V2", "V3", "V4"));
        assertThat(((List<?>) result.get("computed")).stream().map(value -> ((Number) value).doubleValue()))
                .containsExactly(0.0, -500.0, 250.0, 250.0);
    }

    @Test
    void computedLeadsAgreeWithTheHubsOwn() {
        Recording recording = Hearts.recording(Scenario.LBBB, 5, 10, new SampleRate(500), Lead.INDEPENDENT_8)
                .recording();
        ExamId exam = CONSOLE.centre()
                .add(recording, OpenConsole.patient("孙", "110101198001013333"), Symptoms.NONE, OpenConsole.DAGOU);
        Page page = CONSOLE.browser().loggedIn();

        Object found = page.evaluate(
                """
                async (exam) => {
                  const { parseWaveform } = await import('/ecg/waveform.js');
                  const body = await (await fetch(`/api/exams/${exam}/waveform`)).arrayBuffer();
                  const waveform = parseWaveform(body);
                  return ['II', 'III', 'aVR', 'aVL', 'aVF', 'V6'].map((lead) => Array.from(waveform.microvolts(lead)));
                }""",
                exam.toString());

        List<?> leads = (List<?>) found;
        List<Lead> asked = List.of(Lead.II, Lead.III, Lead.AVR, Lead.AVL, Lead.AVF, Lead.V6);
        for (int lead = 0; lead < asked.size(); lead++) {
            double[] expected = recording.waveform().microvolts(asked.get(lead)).orElseThrow();
            List<?> shown = (List<?>) leads.get(lead);
            assertThat(shown).hasSize(expected.length);
            for (int at = 0; at < expected.length; at++) {
                assertThat(((Number) shown.get(at)).doubleValue()).isCloseTo(expected[at], within(0.01));
            }
        }
    }
}
