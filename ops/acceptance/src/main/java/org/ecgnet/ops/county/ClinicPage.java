package org.ecgnet.ops.county;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A clinic's edge agent, spoken to as its page does. */
public final class ClinicPage {

    private final URI page;
    private final JsonHttp http;

    public ClinicPage(URI page) {
        this.page = page;
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.http = new JsonHttp(client, page, Map.of("X-ECG-Clinic", "1"));
    }

    /** Where a village doctor opens it. */
    public URI address() {
        return page;
    }

    /** The unit, the line, the queue, the recording. */
    public JsonNode state() {
        return http.get("/api/state");
    }

    /** Starts a recording and returns its exam id. */
    public String record(Played played, int seconds) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("patient", played.patient());
        body.put("symptoms", played.symptoms());
        body.put("operator", "demo");
        body.put("seconds", seconds);
        body.put("drill", false);
        return http.post("/api/recording/start", body).path("examId").asText();
    }

    /** What this clinic knows of one of its exams. */
    public JsonNode exam(String examId) {
        return http.get("/api/exams/" + examId);
    }

    /** The clinic's staff have seen the result. */
    public void seen(String examId, String by) {
        http.post("/api/exams/" + examId + "/confirm", Map.of("action", "SEEN", "by", by));
    }
}
