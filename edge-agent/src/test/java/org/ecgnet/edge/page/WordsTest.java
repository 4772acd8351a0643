package org.ecgnet.edge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.edge.capture.Captured.WhyNot;
import org.ecgnet.edge.electrode.LeadLight;
import org.ecgnet.edge.patient.CardReading;
import org.ecgnet.edge.patient.IdentityCheck;
import org.ecgnet.edge.store.DiskState.Room;
import org.ecgnet.protocol.uplink.DownlinkMessage.CaseStep;
import org.ecgnet.triage.quality.LeadTrouble;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Pattern SLOT = Pattern.compile("\\{\\d}");
    private static final Pattern SAID = Pattern.compile("say\\('([^']+)'");

    private final JsonObject chinese = words("zh-CN");
    private final JsonObject english = words("en");

    private static JsonObject words(String language) {
        return new JsonObject(resource("page/words/" + language + ".json"));
    }

    private static String resource(String name) {
        try (InputStream in = WordsTest.class.getClassLoader().getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Set<String> slots(String words) {
        return SLOT.matcher(words).results().map(match -> match.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndSlots() {
        assertThat(chinese.fieldNames()).isEqualTo(english.fieldNames());
        for (String key : chinese.fieldNames()) {
            assertThat(slots(chinese.getString(key))).as(key).isEqualTo(slots(english.getString(key)));
        }
    }

    @Test
    void everyLevelReasonAndStepHasWords() {
        keys("level.", TriageLevel.values());
        keys("meaning.", TriageLevel.values());
        keys("error.", StartOutcome.Why.values());
        keys("failure.", WhyNot.values());
        keys("step.", CaseStep.values());
        keys("disk.", Room.values());
        keys("identity.", IdentityCheck.Problem.values());
        keys("card.", CardReading.Why.values());
        keys("light.", LeadLight.Colour.values());
        keys("trouble.", LeadTrouble.values());
        keys("remedy.", LeadTrouble.values());
    }

    private static List<String> files() {
        return List.of(
                "clinic-page",
                "patient-step",
                "electrode-step",
                "torso-figure",
                "recording-step",
                "result-step",
                "result-card",
                "exam-history",
                "read-back",
                "what-now",
                "clinic-talk",
                "print-sheet",
                "sweep-trace",
                "words");
    }

    private void keys(String prefix, Enum<?>[] values) {
        List<String> keys =
                Arrays.stream(values).map(value -> prefix + value.name()).toList();
        assertThat(chinese.fieldNames()).containsAll(keys);
    }

    @Test
    void everythingThatThePageSaysHasWords() {
        for (String file : files()) {
            SAID.matcher(resource("page/" + file + ".js"))
                    .results()
                    .forEach(match -> assertThat(chinese.fieldNames()).as(file).contains(match.group(1)));
        }
    }
}
