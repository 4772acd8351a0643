package org.ecgnet.ops.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The viewer's pure modules, computed by the browser that will use them. */
class ViewerModulesIT {

    @RegisterExtension
    static final OpenConsole CONSOLE = new OpenConsole();

    private static Page page;

    @BeforeAll
    static void open() {
        page = CONSOLE.browser().loggedIn();
    }

    /** What is left of a sine in the middle of 20 s; a filter forth and back moves nothing in time. */
    @ParameterizedTest(name = "{1} Hz through high-pass {2}, low-pass {3}, notch {4}: {5}")
    @CsvSource({
        "500, 10,   0,    40,  0, 1.00",
        "500, 40,   0,    40,  0, 0.71",
        "500, 150,  0,    40,  0, 0.01",
        "500, 150,  0,    150, 0, 0.71",
        "500, 100,  0,    100, 0, 0.71",
        "250, 40,   0,    40,  0, 0.71",
        "500, 0.5,  0.5,  0,   0, 0.71",
        "500, 5,    0.5,  0,   0, 1.00",
        "500, 0.5,  0.05, 0,   0, 1.00",
        "500, 50,   0,    0,  50, 0.00",
        "500, 45,   0,    0,  50, 0.96",
        "250, 50,   0,    0,  50, 0.00",
        "200, 50,   0,    150, 0, 1.00", // above half the rate there is nothing to filter
    })
    void aFilterLeavesOfASineWhatItsCutOffSays(
            int rate, double hertz, double highPass, double lowPass, double notch, double share) {
        Object left = page.evaluate(
                """
                async ([rate, hertz, highPass, lowPass, notch]) => {
                  const { filtered } = await import('/ecg/filters.js');
                  const samples = Float64Array.from({ length: 20 * rate }, (_, at) => 1000 * Math.sin((2 * Math.PI * hertz * at) / rate));
                  const out = filtered(samples, { highPass, lowPass, notch }, rate);
                  let along = 0; let across = 0; let all = 0;
                  for (let at = 8 * rate; at < 12 * rate; at++) {
                    along += out[at] * samples[at];
                    across += out[at] * 1000 * Math.cos((2 * Math.PI * hertz * at) / rate);
                    all += samples[at] * samples[at];
                  }
                  return { gain: along / all, shifted: across / all };
                }""",
                List.of(rate, hertz, highPass, lowPass, notch));

        assertThat(number(left, "gain")).isCloseTo(share, within(0.03));
        assertThat(number(left, "shifted")).isCloseTo(0, within(0.01));
    }

    @Test
    void aFilterNeitherRingsAcrossALossNorMovesALevelAtTheEnds() {
        Object found = page.evaluate(
                """
                async () => {
                  const { Waveform } = await import('/ecg/waveform.js');
                  const { through } = await import('/ecg/filtered.js');
                  const counts = Int32Array.from({ length: 4000 }, (_, at) => (at < 2000 ? 300 : 9000));
                  const waveform = new Waveform({ rate: 500, samples: 4000, gaps: [2000], leads: [{ lead: 'I', microvoltsPerCount: 1, baselineCounts: 0 }] }, [counts]);
                  const out = through(waveform, { highPass: 0, lowPass: 40, notch: 50 }).microvolts('I');
                  return { before: out[1999], after: out[2000], first: out[0], last: out[3999], same: through(waveform, { highPass: 0, lowPass: 0, notch: 0 }) === waveform };
                }""");

        assertThat(number(found, "before")).isCloseTo(300, within(0.5));
        assertThat(number(found, "after")).isCloseTo(9000, within(0.5));
        assertThat(number(found, "first")).isCloseTo(300, within(0.5));
        assertThat(number(found, "last")).isCloseTo(9000, within(0.5));
        assertThat(((java.util.Map<?, ?>) found).get("same")).isEqualTo(true);
    }

    @Test
    void aCombHasATeethAtEveryIntervalAndNoneWhereEndsMeet() {
        Object teeth = page.evaluate(
                """
                async () => {
                  const { comb } = await import('/ecg/caliper.js');
                  const of = (one, two) => comb({ ends: [{ second: one }, { second: two }] }, 0, 10).map((second) => Math.round(second * 1000));
                  return [of(2, 3), of(3, 2), of(0.4, 1.2), of(2, 2)];
                }""");

        List<?> combs = (List<?>) teeth;
        assertThat(combs.get(0)).isEqualTo(List.of(0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10000));
        assertThat(combs.get(1)).isEqualTo(combs.get(0));
        assertThat(combs.get(2))
                .isEqualTo(List.of(400, 1200, 2000, 2800, 3600, 4400, 5200, 6000, 6800, 7600, 8400, 9200, 10000));
        assertThat((List<?>) combs.get(3)).hasSize(2);
    }

    @Test
    void anEndSnapsToTheLeadsOwnPeakWhenItIsNearAndElseStandsOnASample() {
        Object found = page.evaluate(
                """
                async () => {
                  const { Waveform } = await import('/ecg/waveform.js');
                  const { snapped, traceAt } = await import('/ecg/caliper.js');
                  const counts = new Int32Array(2000);
                  counts[510] = -800; // the lead's own peak, 10 samples after the engine's R
                  const waveform = new Waveform({ rate: 500, samples: 2000, leads: [{ lead: 'V1', microvoltsPerCount: 1, baselineCounts: 0 }] }, [counts]);
                  const snap = (second) => snapped(second, { waveform, lead: 'V1', rSamples: [500], withinSeconds: 0.08 });
                  return { near: snap(1.0), on: traceAt(waveform, 'V1', snap(1.0)), far: snap(1.2003) };
                }""");

        assertThat(number(found, "near")).isEqualTo(1.02);
        assertThat(number(found, "on")).isEqualTo(-800);
        assertThat(number(found, "far")).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void intervalsFollowTheirMarksAndFourWaysCorrectQt() {
        Object found = page.evaluate(
                """
                async () => {
                  const { intervals, withMark } = await import('/ecg/intervals.js');
                  const marks = { pOn: 100, pOff: 150, qrsOn: 180, j: 230, tPeak: 330, tEnd: 380 };
                  const held = withMark(marks, 'pOff', 999, 600);
                  const without = intervals({ ...marks, pOn: undefined }, 500, 810);
                  return { ...intervals(marks, 500, 810), held: held.pOff, prWithoutP: without.pr === undefined, qtKept: without.qt };
                }""");

        assertThat(number(found, "p")).isEqualTo(100);
        assertThat(number(found, "pr")).isEqualTo(160);
        assertThat(number(found, "qrs")).isEqualTo(100);
        assertThat(number(found, "qt")).isEqualTo(400);
        assertThat(number(found, "qtcBazett")).isCloseTo(444.4, within(0.1)); // 400 / sqrt(0.81)
        assertThat(number(found, "qtcFridericia")).isCloseTo(429.1, within(0.1));
        assertThat(number(found, "qtcFramingham")).isCloseTo(429.3, within(0.1));
        assertThat(number(found, "qtcHodges")).isCloseTo(424.6, within(0.1));
        assertThat(number(found, "held")).isEqualTo(180); // P cannot end inside the QRS
        assertThat(number(found, "qtKept")).isEqualTo(400);
        assertThat(((java.util.Map<?, ?>) found).get("prWithoutP")).isEqualTo(true);
    }

    /** A T of straight limbs falls from its peak at 300 to the baseline at 360; inverted, flat and missing ones. */
    @Test
    void theTangentMeetsTheBaselineWhereTheLimbsLineDoesWhicheverWayTPoints() {
        Object found = page.evaluate(
                """
                async () => {
                  const { tangent } = await import('/ecg/tangent.js');
                  const t = (height, tail) => Array.from({ length: 520 }, (_, at) => {
                    const rise = Math.max(0, 1 - Math.abs(at - 300) / 60) * height;
                    return at > 300 && tail ? Math.max(rise, height * 0.1 * Math.exp(-(at - 354) / 40) * (at > 354)) : rise;
                  });
                  const marks = { qrsOn: 100, j: 150, tPeak: 300, tEnd: 400 };
                  const end = (values, where = marks) => tangent(values, 500, where)?.end;
                  return { up: end(t(600)), down: end(t(-600)), tail: end(t(600, true)), low: end(t(101)), flat: end(t(99)) === undefined,
                    noPeak: end(t(600), { qrsOn: 100, j: 150 }), noJ: end(t(600), { qrsOn: 100 }) === undefined };
                }""");

        assertThat(number(found, "up")).isCloseTo(360, within(0.01));
        assertThat(number(found, "down")).isCloseTo(360, within(0.01));
        assertThat(number(found, "tail"))
                .isCloseTo(360, within(0.01)); // a slow tail moves a threshold, not the tangent
        assertThat(number(found, "low")).isCloseTo(360, within(0.01));
        assertThat(number(found, "noPeak")).isCloseTo(360, within(0.01));
        assertThat(((java.util.Map<?, ?>) found).get("flat")).isEqualTo(true);
        assertThat(((java.util.Map<?, ?>) found).get("noJ")).isEqualTo(true);
    }

    /** Seeded white noise of 20 uV, a hum, slow waves and spikes, each alone. */
    @Test
    void noiseIsTheStandardDeviationOfWhiteNoiseAndSeesNeitherSlowWavesNorFewSpikes() {
        Object found = page.evaluate(
                """
                async () => {
                  const { Waveform } = await import('/ecg/waveform.js');
                  const { noiseOf } = await import('/ecg/noise.js');
                  let state = 7;
                  const uniform = () => (state = (state * 48271) % 2147483647) / 2147483647;
                  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
                  const of = (value, leadsOff = []) => {
                    const counts = Int32Array.from({ length: 5000 }, (_, at) => Math.round(value(at / 500) * 10));
                    const waveform = new Waveform({ rate: 500, samples: 5000, leadsOff, leads: [{ lead: 'V1', microvoltsPerCount: 0.1, baselineCounts: 0 }] }, [counts]);
                    return noiseOf(waveform, 'V1');
                  };
                  const sine = (hertz, microvolts) => (second) => microvolts * Math.sin(2 * Math.PI * hertz * second);
                  return {
                    white: of(() => 20 * normal()).noise,
                    still: of(() => 0).noise,
                    slow: of(sine(2, 500)).noise,
                    hum: of(sine(50, 100)).noise,
                    spikes: of((second) => (Math.floor(second * 500) % 400 === 0 ? 1500 : 0)).noise,
                    drift: of((second) => 30 * second).drift,
                    off: of((second) => (second < 5 ? 0 : 300 * normal()), [{ lead: 'V1', from: 2500, to: 5000 }]).noise,
                    allOff: of(() => 0, [{ lead: 'V1', from: 0, to: 5000 }]) === undefined,
                  };
                }""");

        assertThat(number(found, "white")).isCloseTo(20, within(1.0));
        assertThat(number(found, "still")).isZero();
        assertThat(number(found, "slow")).isLessThan(1);
        assertThat(number(found, "hum")).isBetween(40.0, 90.0); // 100 uV of 50 Hz are 71 uV in root mean square
        assertThat(number(found, "spikes")).isZero();
        assertThat(number(found, "drift")).isCloseTo(270, within(1.0)); // from the first second's middle to the last's
        assertThat(number(found, "off")).isZero();
        assertThat(((java.util.Map<?, ?>) found).get("allOff")).isEqualTo(true);
    }

    @Test
    void whatArrivesIsKeptForAMinuteAndStandsStillWhenFrozen() {
        Object found = page.evaluate(
                """
                async () => {
                  const { Waveform } = await import('/ecg/waveform.js');
                  const { Arriving } = await import('/ecg/arriving.js');
                  const arriving = new Arriving();
                  for (let second = 0; second < 90; second++) {
                    const counts = Int32Array.from({ length: 250 }, (_, at) => second * 250 + at);
                    arriving.append(new Waveform({ rate: 250, samples: 250, leads: [{ lead: 'II', microvoltsPerCount: 1, baselineCounts: 0 }],
                      leadsOff: second === 85 ? [{ lead: 'II', from: 100, to: 250 }] : [], pace: second === 86 ? [7] : [], gaps: second === 87 ? [0] : [] }, [counts]));
                  }
                  const still = arriving.frozen();
                  const values = still.microvolts('II');
                  return { first: values[0], last: values.at(-1), seconds: still.seconds, off: still.leadsOff[0].from + arriving.first,
                    pace: still.pace[0] + arriving.first, gap: still.gaps[0] + arriving.first };
                }""");

        assertThat(number(found, "first")).isEqualTo(20 * 250);
        assertThat(number(found, "last")).isEqualTo(90 * 250 - 1);
        assertThat(number(found, "seconds")).isEqualTo(70);
        assertThat(number(found, "off")).isEqualTo(85 * 250 + 100);
        assertThat(number(found, "pace")).isEqualTo(86 * 250 + 7);
        assertThat(number(found, "gap")).isEqualTo(87 * 250);
    }

    private static double number(Object map, String key) {
        return ((Number) ((java.util.Map<?, ?>) map).get(key)).doubleValue();
    }
}
