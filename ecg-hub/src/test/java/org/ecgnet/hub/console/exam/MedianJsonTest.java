package org.ecgnet.hub.console.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.sim.heart.Hearts;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.RuleProfile;
import org.ecgnet.triage.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianJsonTest {

    private static final List<String> ORDER = List.of("pOn", "pOff", "qrsOn", "j", "tPeak", "tEnd");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 4, 5, 6, 7})
    void theMarksFollowEachOtherWithinTheBeatAndRIsInTheQrs(long seed) {
        JsonObject json = json(heart(Scenario.NORMAL, seed, Lead.STANDARD_12));
        JsonObject marks = json.getJsonObject("marks");

        for (int mark = 1; mark < ORDER.size(); mark++) {
            assertThat(marks.getInteger(ORDER.get(mark))).isGreaterThanOrEqualTo(marks.getInteger(ORDER.get(mark - 1)));
        }
        assertThat(marks.getInteger("tEnd")).isLessThan(json.getInteger("samples"));
        assertThat(json.getInteger("r")).isBetween(marks.getInteger("qrsOn"), marks.getInteger("j"));
        assertThat(json.getJsonObject("figures").getDouble("rateBpm")).isCloseTo(72, within(4.0));
    }

    @Test
    void aUnitOfEightLeadsHasAMedianBeatOfTwelve() {
        JsonObject leads = json(heart(Scenario.NORMAL, 3, Lead.INDEPENDENT_8)).getJsonObject("leads");

        assertThat(leads.fieldNames())
                .containsExactlyInAnyOrderElementsOf(
                        Lead.STANDARD_12.stream().map(Lead::label).toList());
        JsonArray one = leads.getJsonArray("I");
        JsonArray three = leads.getJsonArray("III");
        JsonArray two = leads.getJsonArray("II");
        for (int at = 0; at < one.size(); at++) {
            assertThat(one.getInteger(at) + three.getInteger(at)).isCloseTo(two.getInteger(at), within(40));
        }
    }

    @Test
    void theSameIntervalsComeOutOfTheMarksAsTheReadingHas() {
        Recording recording = heart(Scenario.ANTERIOR_STEMI, 3, Lead.STANDARD_12);
        JsonObject json = json(recording);
        JsonObject marks = json.getJsonObject("marks");
        var reading = new Triage(RuleProfile.DEFAULT).read(recording, Patient.UNKNOWN, Symptoms.NONE);

        double perSample = 1000.0 / json.getInteger("rate");
        assertThat((marks.getInteger("tEnd") - marks.getInteger("qrsOn")) * perSample)
                .isEqualTo(reading.measurements().qtMillis().orElseThrow());
        assertThat((marks.getInteger("qrsOn") - marks.getInteger("pOn")) * perSample)
                .isEqualTo(reading.measurements().prMillis().orElseThrow());
    }

    @Test
    void withoutABeatThereIsNothingButThatItSaysSo() {
        Waveform waveform = heart(Scenario.NORMAL, 3, Lead.STANDARD_12).waveform();
        int[][] still = new int[waveform.leads().size()][waveform.length()];
        var flat =
                Recording.of(Instant.EPOCH, new Waveform(waveform.rate(), waveform.leads(), waveform.scales(), still));

        assertThat(json(flat)).isEqualTo(new JsonObject().put("beats", 0));
    }

    private static JsonObject json(Recording recording) {
        return MedianJson.of(new Triage(RuleProfile.DEFAULT)
                .examine(recording, Patient.UNKNOWN, Symptoms.NONE)
                .ecg()
                .measured());
    }

    private static Recording heart(Scenario scenario, long seed, List<Lead> leads) {
        return Hearts.recording(scenario, seed, 10, new SampleRate(500), leads).recording();
    }
}
