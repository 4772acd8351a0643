package org.ecgnet.ops.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ops.county.Clinic;
import org.ecgnet.ops.county.ConsoleSession;
import org.ecgnet.ops.county.County;
import org.ecgnet.ops.county.HubPlan;
import org.ecgnet.ops.county.Played;
import org.ecgnet.ops.county.StoredSamples;
import org.ecgnet.ops.program.Patience;
import org.ecgnet.ops.program.Programs;
import org.ecgnet.ops.receiver.WebhookReceiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole line in real processes, three units streaming, and one part killed with SIGKILL in the middle: whatever a
 * county runs on, no chunk may be lost or doubled and no page lost.
 */
abstract class KilledLineContract {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SECONDS = 15;
    private static final int HERTZ = 500;
    private static final String SECRET = "whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoyMzQ1Njc=";
    private static final List<Played> HEARTS = List.of(
            Played.heart("normal", "甲", "MALE", 40, false),
            Played.heart("af", "乙", "FEMALE", 70, false),
            Played.heart("anterior-stemi", "丙", "MALE", 60, true));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final WebhookReceiver pages = WebhookReceiver.start(0, SECRET);
    private final WebhookReceiver dispatches = WebhookReceiver.start(0, SECRET);
    private final List<String> exams = new ArrayList<>();
    private Optional<County> county = Optional.empty();

    /** Starts what runs beside the hub, if anything. */
    abstract HubPlan.Parts beside(Path folder) throws IOException;

    abstract void killBroker(County of) throws IOException;

    abstract void killDatabase(County of) throws IOException;

    @BeforeEach
    void threeUnitsStream() throws IOException {
        HubPlan.Target page = new HubPlan.Target(pages.url().toString(), SECRET);
        HubPlan.Target dispatch = new HubPlan.Target(dispatches.url().toString(), SECRET);
        County started =
                County.prepare(folder.resolve("county"), Programs.built(), new HubPlan(beside(folder), page, dispatch));
        county = Optional.of(started);
        started.startHub();
        for (int n = 0; n < HEARTS.size(); n++) {
            Clinic clinic = started.addClinic("site-" + n, HEARTS.get(n), "reference");
            clinic.startUnit();
            clinic.startAgent();
        }
        for (Clinic clinic : started.clinics()) {
            clinic.awaitReady();
            Patience.until(
                    "unit and hub at " + clinic.site(),
                    PATIENCE,
                    () -> ready(clinic.page().state()));
        }
        for (Clinic clinic : started.clinics()) {
            exams.add(clinic.page().record(clinic.played(), SECONDS));
        }
    }

    @AfterEach
    void stop() {
        county.ifPresent(County::close);
        pages.close();
        dispatches.close();
    }

    private static boolean ready(JsonNode state) {
        return state.at("/unit/connected").asBoolean()
                && state.at("/hub/connected").asBoolean();
    }

    @Test
    void anAgentKilledWhileItRecordsKeepsWhatItHad() {
        Clinic clinic = county().clinics().get(0);
        awaitSeconds(0, 6);

        clinic.agent().kill();
        clinic.startAgent();

        awaitReceived(0);
        awaitReceived(1);
        awaitReceived(2);
        clinic.unit().close();
        StoredSamples stored = stored(0);
        assertThat(stored.length()).as("whole seconds kept").isBetween(5 * HERTZ, SECONDS * HERTZ);
        assertThat(stored.length() % HERTZ).as("chunks are whole seconds").isZero();
        assertThat(stored.differenceFrom(clinic.truth())).isEmpty();
        assertThatStoredAsSent(1);
        assertThatStoredAsSent(2);
        assertThatTheRedWasPaged();
    }

    @Test
    void aHubKilledWhileUnitsStreamLosesNothing() {
        awaitSeconds(0, 4);

        county().hub().kill();
        county().startHub();

        assertThatNothingIsLost();
    }

    @Test
    void aBrokerKilledWhileUnitsStreamLosesNothing() throws IOException {
        awaitSeconds(0, 4);

        killBroker(county());

        assertThatNothingIsLost();
    }

    @Test
    void aDatabaseKilledWhileUnitsStreamLosesNothing() throws IOException {
        awaitSeconds(0, 4);

        killDatabase(county());

        assertThatNothingIsLost();
    }

    private void assertThatNothingIsLost() {
        for (int n = 0; n < exams.size(); n++) {
            awaitReceived(n);
            assertThatStoredAsSent(n);
        }
        assertThatTheRedWasPaged();
    }

    private void assertThatStoredAsSent(int n) {
        StoredSamples stored = stored(n);
        assertThat(stored.length()).as("samples of exam " + n).isEqualTo(SECONDS * HERTZ);
        assertThat(stored.differenceFrom(county().clinics().get(n).truth())).isEmpty();
    }

    private void assertThatTheRedWasPaged() {
        Patience.until("the page of the infarction", PATIENCE, () -> pages.received().stream()
                .anyMatch(event -> event.data().at("/site/code").asText().equals("site-2")));
        assertThat(pages.refusals()).isEmpty();
    }

    private void awaitSeconds(int n, int seconds) {
        Patience.until(
                "second " + seconds + " of exam " + n,
                PATIENCE,
                () -> county().clinics()
                                .get(n)
                                .page()
                                .state()
                                .at("/recording/samples")
                                .asInt()
                        >= seconds * HERTZ);
    }

    private void awaitReceived(int n) {
        Patience.until("the hub's receipt of exam " + n, PATIENCE, () -> page(n).hasNonNull("receivedAt"));
        assertThat(page(n).path("receivedProblem").asText("null")).isEqualTo("null");
    }

    private JsonNode page(int n) {
        return county().clinics().get(n).page().exam(exams.get(n));
    }

    private StoredSamples stored(int n) {
        ConsoleSession console = county().login();
        return StoredSamples.read(console.bytes("/api/exams/" + exams.get(n) + "/waveform"));
    }

    private County county() {
        return county.orElseThrow();
    }
}
