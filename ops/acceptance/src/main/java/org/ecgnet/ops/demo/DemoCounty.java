package org.ecgnet.ops.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.ecgnet.ops.county.Clinic;
import org.ecgnet.ops.county.ConsoleSession;
import org.ecgnet.ops.county.County;
import org.ecgnet.ops.county.HubPlan;
import org.ecgnet.ops.county.Played;
import org.ecgnet.ops.county.StoredSamples;
import org.ecgnet.ops.program.Patience;
import org.ecgnet.ops.program.ProgramException;
import org.ecgnet.ops.program.Programs;
import org.ecgnet.ops.receiver.ReceivedEvent;
import org.ecgnet.ops.receiver.WebhookReceiver;

/** The county of the demo: its programs, its receivers and what is played on it. */
final class DemoCounty implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SECONDS = 10;
    private static final int LONGEST_RECORDING_SECONDS = 60;
    private static final List<String> SITES = List.of("dagou", "liutang", "shiqiao");

    private final Timeline timeline;
    private final WebhookReceiver pages;
    private final WebhookReceiver dispatches;
    private final County county;
    private final Play play;
    private final List<Clinic> clinics = new ArrayList<>();

    private DemoCounty(Timeline timeline, WebhookReceiver pages, WebhookReceiver dispatches, County county, Play play) {
        this.timeline = timeline;
        this.pages = pages;
        this.dispatches = dispatches;
        this.county = county;
        this.play = play;
    }

    static DemoCounty start(Path folder, Programs programs, HubPlan.Parts parts, Play play, Timeline timeline) {
        String pageSecret = WebhookSecrets.random();
        String dispatchSecret = WebhookSecrets.random();
        WebhookReceiver pages = WebhookReceiver.start(0, pageSecret);
        WebhookReceiver dispatches = WebhookReceiver.start(0, dispatchSecret);
        HubPlan plan = new HubPlan(
                parts,
                new HubPlan.Target(pages.url().toString(), pageSecret),
                new HubPlan.Target(dispatches.url().toString(), dispatchSecret));
        County county = County.prepare(folder, programs, plan);
        DemoCounty demo = new DemoCounty(timeline, pages, dispatches, county, play);
        try {
            demo.start();
            return demo;
        } catch (RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    private void start() {
        timeline.say("hub", "starts: database, broker, triage, paging, console");
        county.startHub();
        for (int n = 0; n < play.hearts().size(); n++) {
            Clinic clinic = county.addClinic(SITES.get(n), play.hearts().get(n), play.unit());
            clinic.startUnit();
            clinic.startAgent();
            clinics.add(clinic);
        }
        timeline.say("hub", "ready: " + county.console());
        for (Clinic clinic : clinics) {
            clinic.awaitReady();
            Patience.until("unit and hub at " + clinic.site(), PATIENCE, () -> {
                JsonNode state = clinic.page().state();
                return state.at("/unit/connected").asBoolean()
                        && state.at("/hub/connected").asBoolean();
            });
            timeline.say(clinic.site(), "unit and line ready: " + clinic.page().address());
        }
    }

    /** Everything once, without a person: each exam checked, each red read back. */
    DemoResult playOnce() {
        List<Recorded> recordings = recordAll();
        ConsoleSession cardiologist = county.login();
        List<ExamOutcome> exams = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Recorded recorded : recordings) {
            ExamOutcome outcome = follow(recorded, cardiologist);
            exams.add(outcome);
            outcome.difference()
                    .ifPresent(words -> problems.add(recorded.clinic().site() + " is not stored bit-exact: " + words));
        }
        problems.addAll(Expectation.unmet(exams));
        OptionalLong firstPage = exams.stream()
                .flatMap(exam -> exam.pageReceivedAt().stream())
                .mapToLong(at -> Duration.between(timeline.start(), at).toMillis())
                .min();
        problems.addAll(refused(pages, "page"));
        problems.addAll(refused(dispatches, "dispatch"));
        return new DemoResult(exams, problems, dispatches.received().size(), firstPage);
    }

    private static List<String> refused(WebhookReceiver receiver, String what) {
        return receiver.refusals().stream()
                .map(reason -> "the " + what + " receiver refused: " + reason)
                .toList();
    }

    private List<Recorded> recordAll() {
        List<Recorded> recordings = new ArrayList<>();
        for (Clinic clinic : clinics) {
            String examId = clinic.page()
                    .record(clinic.played(), play.record().isPresent() ? LONGEST_RECORDING_SECONDS : SECONDS);
            timeline.say(clinic.site(), "records " + clinic.played().name());
            recordings.add(new Recorded(clinic, examId));
        }
        return recordings;
    }

    private ExamOutcome follow(Recorded recorded, ConsoleSession cardiologist) {
        Clinic clinic = recorded.clinic();
        JsonNode atClinic = atClinic(recorded);
        JsonNode exam = wholeReading(recorded, cardiologist);
        JsonNode reading = exam.path("reading");
        String level = reading.path("level").asText();
        List<String> findings = new ArrayList<>();
        reading.path("findings")
                .forEach(finding -> findings.add(finding.path("rule").asText() + ": "
                        + finding.path("english").asText()));
        timeline.say(
                clinic.site(),
                level + (reading.path("hard").asBoolean() ? " HARD " : " ") + String.join("; ", findings));
        StoredSamples stored = StoredSamples.read(cardiologist.bytes("/api/exams/" + recorded.examId() + "/waveform"));
        long wireBytes = exam.path("waveformBytes").asLong();
        timeline.say(
                clinic.site(),
                wireBytes + " bytes of samples on the line, "
                        + (long) stored.length() * stored.counts().length * Short.BYTES + " raw");
        Optional<Instant> paged = Optional.empty();
        boolean acknowledged = false;
        if (level.equals("RED")) {
            ReceivedEvent page = awaitPage(exam.at("/case/number").asLong(), clinic.site());
            paged = Optional.of(page.receivedAt());
            timeline.say("on call", "page received for " + clinic.site() + ", signature good");
            acknowledged = acknowledge(recorded, cardiologist);
            clinic.page().seen(recorded.examId(), "demo");
        }
        return new ExamOutcome(
                clinic.site(),
                clinic.played().name(),
                recorded.examId(),
                level,
                reading.path("hard").asBoolean(),
                findings,
                stored.length(),
                stored.counts().length,
                wireBytes,
                difference(stored, clinic),
                Instant.parse(atClinic.path("endedAt").asText()),
                Instant.parse(atClinic.path("receivedAt").asText()),
                Instant.parse(reading.path("madeAt").asText()),
                paged,
                acknowledged);
    }

    /** The exam as its clinic sees it, once the hub's receipt and reading have come back. */
    private static JsonNode atClinic(Recorded recorded) {
        Clinic clinic = recorded.clinic();
        return Patience.await("the hub's answers at " + clinic.site(), PATIENCE.multipliedBy(2), () -> {
            JsonNode exam = clinic.page().exam(recorded.examId());
            return exam.hasNonNull("receivedAt") && exam.hasNonNull("readingAt") ? Optional.of(exam) : Optional.empty();
        });
    }

    /** The exam as the centre sees it, once the whole of it is read: the live watch may have read a part before. */
    private static JsonNode wholeReading(Recorded recorded, ConsoleSession cardiologist) {
        return Patience.await("the reading of " + recorded.clinic().site() + "'s whole exam", PATIENCE, () -> {
            JsonNode exam = cardiologist.get("/api/exams/" + recorded.examId());
            return exam.at("/reading/origin").asText().equals("ENGINE") ? Optional.of(exam) : Optional.empty();
        });
    }

    /** Against what the unit sent; over the reference protocol also against the file itself. */
    private Optional<String> difference(StoredSamples stored, Clinic clinic) {
        return stored.differenceFrom(clinic.truth())
                .or(() -> play.unit().equals("reference")
                        ? play.record().flatMap(file -> file.differenceFrom(stored))
                        : Optional.empty());
    }

    private ReceivedEvent awaitPage(long caseNumber, String site) {
        try {
            return pages.await(event -> event.data().path("case").asLong() == caseNumber, PATIENCE)
                    .orElseThrow(() -> new ProgramException("no page came for the red exam of " + site));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramException("interrupted while waiting for the page", e);
        }
    }

    /** As the cardiologist does at the console: two identifiers and the finding, then the clinic hears of it. */
    private boolean acknowledge(Recorded recorded, ConsoleSession cardiologist) {
        JsonNode exam = cardiologist.get("/api/exams/" + recorded.examId());
        String caseId = exam.at("/case/id").asText();
        cardiologist.post("/api/cases/" + caseId + "/accept", Map.of());
        cardiologist.post("/api/cases/" + caseId + "/acknowledge", ReadBackOf.exam(exam));
        timeline.say("on call", "read back: two identifiers and the finding");
        Patience.until("the acknowledgement at " + recorded.clinic().site(), PATIENCE, () -> recorded.clinic()
                .page()
                .exam(recorded.examId())
                .path("progress")
                .toString()
                .contains("ACKNOWLEDGED"));
        timeline.say(recorded.clinic().site(), "sees that the page was acknowledged");
        return true;
    }

    /** Runs until the process is stopped, for a person to look at. */
    void show() {
        timeline.note("");
        timeline.note("  console   " + county.console());
        List<String> accounts = county.accounts();
        timeline.note("  log in    " + String.join("  ", accounts.subList(0, 2)) + "  (cardiologist)");
        timeline.note("  log in    " + String.join("  ", accounts.subList(2, 4)) + "  (120's dispatcher)");
        timeline.note("  (the browser will warn: the certificate is the demo county's own)");
        clinics.forEach(clinic -> timeline.note("  clinic    " + clinic.page().address() + "  " + clinic.site()
                + ", plays " + clinic.played().name()));
        timeline.note("  logs      " + county.folder());
        timeline.note("");
        recordAll();
        timeline.note("  Acknowledge the red in the console. Ctrl-C ends the demo.");
        int seen = 0;
        while (county.hub().alive()) {
            List<ReceivedEvent> all = new ArrayList<>(pages.received());
            all.addAll(dispatches.received());
            for (ReceivedEvent event : all.subList(Math.min(seen, all.size()), all.size())) {
                timeline.say("receiver", event.type() + ", signature good");
            }
            seen = all.size();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new ProgramException("the hub ended; see " + county.hub().log());
    }

    @Override
    public void close() {
        county.close();
        pages.close();
        dispatches.close();
    }

    /**
     * What is played.
     *
     * @param unit language of the units
     * @param record the real recording among the hearts, if there is one
     */
    record Play(List<Played> hearts, String unit, Optional<RealRecord> record) {
        Play {
            hearts = List.copyOf(hearts);
        }
    }

    private record Recorded(Clinic clinic, String examId) {}
}
