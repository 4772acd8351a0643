package org.ecgnet.ops.evaluate.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.Evidence;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Measurements;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.Statement;

/** The JSON line of a record: a form that scorers outside this repository read, so no key is ever renamed. */
public final class ResultLine {

    private static final JsonFactory JSON = new JsonFactory();

    private ResultLine() {}

    /** One line, without its end. */
    public static String of(RecordResult result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            head(json, result);
            findings(json, result.reading());
            statements(json, result.reading().statements());
            measurements(json, result.reading().measurements());
            beats(json, result.beats());
            fiducials(json, result.marks());
            episodes(json, result.episodes());
            tail(json, result);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter does not fail
        }
        return text.toString();
    }

    private static void head(JsonGenerator json, RecordResult result) throws IOException {
        json.writeStringField("record", result.name().path());
        json.writeNumberField("sampleRateHz", result.sampleRateHz());
        json.writeNumberField("samples", result.samples());
        json.writeStringField("level", result.reading().level().name());
        json.writeBooleanField("hard", result.reading().hard());
    }

    private static void findings(JsonGenerator json, Reading reading) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : reading.findings()) {
            json.writeStartObject();
            json.writeStringField("id", finding.rule());
            json.writeStringField("code", finding.code());
            json.writeStringField("level", finding.level().name());
            json.writeBooleanField("hard", finding.hard());
            number(json, "score", finding.score(), 3);
            json.writeArrayFieldStart("evidence");
            for (Evidence evidence : finding.evidence()) {
                evidence(json, evidence);
            }
            json.writeEndArray();
            json.writeStringField("english", finding.english());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void evidence(JsonGenerator json, Evidence evidence) throws IOException {
        json.writeStartObject();
        json.writeStringField("quantity", evidence.quantity());
        number(json, "value", evidence.value(), 3);
        number(json, "threshold", evidence.threshold(), 3);
        json.writeStringField("unit", evidence.unit());
        if (evidence.lead().isPresent()) {
            json.writeStringField("lead", evidence.lead().get().label());
        }
        json.writeArrayFieldStart("beats");
        for (int sample : evidence.beatSamples()) {
            json.writeNumber(sample);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void statements(JsonGenerator json, List<Statement> statements) throws IOException {
        json.writeArrayFieldStart("statements");
        for (Statement statement : statements) {
            json.writeStartObject();
            json.writeStringField("code", statement.code());
            json.writeNumberField("score", statement.score()); // unrounded: ties would move the area under the curve
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void measurements(JsonGenerator json, Measurements of) throws IOException {
        json.writeObjectFieldStart("measurements");
        present(json, "heartRateBpm", of.heartRateBpm());
        present(json, "prMs", of.prMillis());
        present(json, "qrsMs", of.qrsMillis());
        present(json, "qtMs", of.qtMillis());
        present(json, "qtcFridericiaMs", of.qtcFridericiaMillis());
        present(json, "qrsAxisDeg", of.qrsAxisDegrees());
        json.writeEndObject();
    }

    private static void beats(JsonGenerator json, List<ClassedBeat> beats) throws IOException {
        json.writeArrayFieldStart("beats");
        for (ClassedBeat beat : beats) {
            json.writeStartObject();
            json.writeNumberField("r", beat.r());
            json.writeStringField("class", String.valueOf(beat.beatClass()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void fiducials(JsonGenerator json, Map<Lead, List<Map<Mark, Integer>>> leads) throws IOException {
        json.writeObjectFieldStart("fiducials");
        for (Map.Entry<Lead, List<Map<Mark, Integer>>> lead : leads.entrySet()) {
            json.writeArrayFieldStart(lead.getKey().label());
            for (Map<Mark, Integer> beat : lead.getValue()) {
                json.writeStartObject();
                for (Mark mark : Mark.values()) {
                    if (beat.containsKey(mark)) {
                        json.writeNumberField(mark.key(), beat.getOrDefault(mark, 0));
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void episodes(JsonGenerator json, List<Episode> episodes) throws IOException {
        json.writeArrayFieldStart("episodes");
        for (Episode episode : episodes) {
            json.writeStartObject();
            json.writeStringField("code", episode.code());
            json.writeNumberField("from", episode.from());
            json.writeNumberField("to", episode.to());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void tail(JsonGenerator json, RecordResult result) throws IOException {
        json.writeObjectFieldStart("quality");
        json.writeStringField("level", result.reading().quality().level().name());
        json.writeEndObject();
        if (result.leadReversal().isPresent()) {
            json.writeStringField("leadReversal", result.leadReversal().get());
        } else {
            json.writeNullField("leadReversal");
        }
        number(json, "engineMillis", result.engineMillis(), 3);
        json.writeBooleanField("provisional", true);
        json.writeStringField("profile", result.reading().profile());
        json.writeStringField("engine", result.reading().engine());
    }

    private static void present(JsonGenerator json, String key, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            number(json, key, value.getAsDouble(), 1);
        }
    }

    /** A number that is none, as from a division by nothing, is no number in JSON: the key is left out. */
    private static void number(JsonGenerator json, String key, double value, int digits) throws IOException {
        if (Double.isFinite(value)) {
            double unit = Math.pow(10, digits);
            json.writeNumberField(key, Math.round(value * unit) / unit);
        }
    }
}
