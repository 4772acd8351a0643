package org.ecgnet.ops.benchmark.centre;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.ecgnet.hub.store.postgres.EmbeddedPostgres;
import org.ecgnet.ops.county.Clinic;
import org.ecgnet.ops.county.ConsoleSession;
import org.ecgnet.ops.county.County;
import org.ecgnet.ops.county.HubPlan;
import org.ecgnet.ops.county.Played;
import org.ecgnet.ops.program.Patience;
import org.ecgnet.ops.program.Programs;

/** {@code ./ops/bench centre [EXAMS [REQUESTS]]}: a Markdown table on standard output. */
public final class CentreBench {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double LIST_GOAL_MILLIS = 200;
    private static final double CASE_GOAL_MILLIS = 300;
    private static final int SECONDS = 10;
    private static final int WARM = 200;
    private static final String NOBODY = "http://127.0.0.1:9/";
    private static final String NO_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final ConsoleSession session;
    private final YearOfExams year;
    private final int requests;
    private final Random random = new Random(1);

    private CentreBench(ConsoleSession session, YearOfExams year, int requests) {
        this.session = session;
        this.year = year;
        this.requests = requests;
    }

    /** @param args how many exams, 200,000 when not said, and how many requests of each kind, 1000 when not said */
    public static void main(String[] args) throws IOException, SQLException {
        int exams = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        int requests = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
        Path folder = Files.createTempDirectory("centre-bench");
        var target = new HubPlan.Target(NOBODY, NO_SECRET);
        try (County county =
                County.prepare(folder, Programs.built(), new HubPlan(HubPlan.Parts.EMBEDDED, target, target))) {
            county.startHub();
            ConsoleSession session = record(county);
            EmbeddedPostgres.Running server = EmbeddedPostgres.running(folder.resolve("hub/postgres"))
                    .orElseThrow(() -> new IllegalStateException("no database in " + folder));
            try (var year = new YearOfExams(server)) {
                System.err.println("bench: copying exams");
                year.fill(exams, Instant.now());
                System.err.println("bench: " + year.texts("select count(*) from exam") + " exams, "
                        + year.texts("select pg_size_pretty(pg_database_size(current_database()))"));
                new CentreBench(session, year, requests).run();
            }
        }
    }

    /** A green, a yellow and a red exam over the whole line; the first two are signed. */
    private static ConsoleSession record(County county) {
        List<Clinic> clinics = List.of(
                county.addClinic("dagou", Played.heart("normal", "张三", "MALE", 45, false), "reference"),
                county.addClinic("liutang", Played.heart("af", "李四", "FEMALE", 72, false), "reference"),
                county.addClinic("shiqiao", Played.heart("anterior-stemi", "王五", "MALE", 58, true), "reference"));
        county.console();
        for (Clinic clinic : clinics) {
            clinic.startUnit();
            clinic.startAgent();
            clinic.awaitReady();
            Patience.until("unit and hub at " + clinic.site(), PATIENCE, () -> {
                JsonNode state = clinic.page().state();
                return state.at("/unit/connected").asBoolean()
                        && state.at("/hub/connected").asBoolean();
            });
        }
        ConsoleSession session = county.login();
        for (Clinic clinic : clinics) {
            String exam = clinic.page().record(clinic.played(), SECONDS);
            JsonNode read =
                    Patience.await("the reading of " + clinic.site(), PATIENCE, () -> readByEngine(session, exam));
            if (!read.at("/reading/level").asText().equals("RED")) {
                sign(session, exam);
            }
            clinic.close();
        }
        return session;
    }

    private static Optional<JsonNode> readByEngine(ConsoleSession session, String exam) {
        try {
            JsonNode found = session.get("/api/exams/" + exam);
            return found.at("/reading/origin").asText().equals("ENGINE") ? Optional.of(found) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty(); // not there yet; waiting ends with what is missing
        }
    }

    private static void sign(ConsoleSession session, String exam) {
        JsonNode view = session.get("/api/exams/" + exam + "/report");
        List<Map<String, Object>> judged = new ArrayList<>();
        view.path("claims")
                .forEach(claim -> judged.add(Map.of("key", claim.path("key").asText(), "decision", "ACCEPTED")));
        session.post(
                "/api/exams/" + exam + "/report/sign",
                Map.of(
                        "baseVersion",
                        0,
                        "reading",
                        view.path("reading").asInt(),
                        "licence",
                        "110000000000001",
                        "judged",
                        judged,
                        "level",
                        view.path("machineLevel").asText(),
                        "conclusion",
                        "bench"));
    }

    private void run() throws SQLException {
        List<String> names = year.texts("select patient_name from exam tablesample system (1) limit 5000");
        List<String> identities = year.texts(
                "select patient_identity from exam tablesample system (1) where patient_identity <> '' limit 5000");
        List<String> ids = year.texts("select exam_id from exam tablesample system (1) limit 5000");
        System.out.println("| request | count | P50, ms | P90, ms | P99, ms | longest, ms | goal of P99, ms |");
        System.out.println("|---|---|---|---|---|---|---|");
        show("worklist", LIST_GOAL_MILLIS, n -> session.get("/api/worklist"));
        show("search by whole name", LIST_GOAL_MILLIS, n -> search(any(names)));
        show("search by surname", LIST_GOAL_MILLIS, n -> search(any(names).substring(0, 1)));
        show("search by identity", LIST_GOAL_MILLIS, n -> search(any(identities)));
        show("search by exam's code", LIST_GOAL_MILLIS, n -> search(any(ids).substring(30)));
        show("search of a clinic", LIST_GOAL_MILLIS, n -> session.post("/api/search", Map.of("site", "dagou")));
        show("case: exam", CASE_GOAL_MILLIS, n -> session.get("/api/exams/" + any(ids)));
        show("case: exam, then waveform and report", CASE_GOAL_MILLIS, n -> open(any(ids)));
        show("earlier recordings", CASE_GOAL_MILLIS, n -> session.get("/api/exams/" + any(ids) + "/earlier"));
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void search(String words) {
        session.post("/api/search", Map.of("words", words));
    }

    /** What the console's page of a case waits for. */
    private void open(String exam) {
        session.get("/api/exams/" + exam);
        session.bytes("/api/exams/" + exam + "/waveform");
        session.get("/api/exams/" + exam + "/report");
    }

    private void show(String what, double goal, Consumer<Integer> request) {
        for (int n = 0; n < WARM; n++) {
            request.accept(n);
        }
        List<Double> millis = new ArrayList<>();
        for (int n = 0; n < requests; n++) {
            long start = System.nanoTime();
            request.accept(n);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        System.out.println(new Timings(what, millis).row(goal));
    }
}
