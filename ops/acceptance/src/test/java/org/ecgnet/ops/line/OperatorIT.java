package org.ecgnet.ops.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.ecgnet.ops.county.County;
import org.ecgnet.ops.county.HubPlan;
import org.ecgnet.ops.program.Finished;
import org.ecgnet.ops.program.Patience;
import org.ecgnet.ops.program.ProgramException;
import org.ecgnet.ops.program.Programs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The operator's commands on the hub's machine, with the hub's own database, beside a running hub and without one. */
class OperatorIT {

    private static final HubPlan.Target NOBODY =
            new HubPlan.Target("http://127.0.0.1:9/", "whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoyMzQ1Njc=");
    private static final String PASSWORD = "kuai-dian-lai-kan-xindiantu-7";
    private static final String OTHER = "yi-ge-xin-de-mima-2026-abc";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Optional<County> county = Optional.empty();

    @BeforeEach
    void prepare() {
        county = Optional.of(County.prepare(
                folder.resolve("county"), Programs.built(), new HubPlan(HubPlan.Parts.EMBEDDED, NOBODY, NOBODY)));
    }

    @AfterEach
    void stop() {
        county.ifPresent(County::close);
    }

    @Test
    void anAccountMadeBesideARunningHubLogsInAndTheAuditStaysWhole() {
        county().startHub();
        assertThat(county().console()).hasScheme("https");

        Finished added = county().operator(PASSWORD + "\n", "account", "add", "wang", "--role", "cardiologist");
        assertThat(added.printed()).contains("account wang added");
        assertThat(added.exitCode()).isZero();
        assertThat(county().login("wang", PASSWORD).get("/api/me").path("name").asText())
                .isEqualTo("wang");

        Finished changed = county().operator(OTHER + "\n", "account", "password", "wang");
        assertThat(changed.printed()).contains("password of wang changed");
        assertThatThrownBy(() -> county().login("wang", PASSWORD)).isInstanceOf(ProgramException.class);
        assertThat(county().login("wang", OTHER).get("/api/me").path("name").asText())
                .isEqualTo("wang");

        Finished twice = county().operator(PASSWORD + "\n", "account", "add", "wang", "--role", "cardiologist");
        assertThat(twice.exitCode()).isNotZero();
        assertThat(twice.printed()).contains("there is an account wang already");

        Finished audit = county().operator("", "audit", "verify");
        assertThat(audit.printed()).contains("whole:");
        assertThat(audit.exitCode()).isZero();
    }

    @Test
    void anAccountMadeBeforeTheFirstStartIsThereAfterIt() {
        Finished added = county().operator(PASSWORD + "\n", "account", "add", "li", "--role", "cardiologist");
        assertThat(added.printed()).contains("account li added");

        county().startHub();

        Patience.until("the hub", Duration.ofMinutes(2), () -> county().login("li", PASSWORD)
                .get("/api/me")
                .path("name")
                .asText()
                .equals("li"));
        assertThat(county().operator("", "account", "list").printed()).contains("li\t");
    }

    @Test
    void aClinicsComputerGetsItsCertificateByACodeOnceAndFromItsOwnCountyAlone() {
        county().startHub();
        String hub = county().console().toString();
        Finished made = county().operator("", "ca", "enrol", "dagou");
        assertThat(made.exitCode()).as(made.printed()).isZero();
        String code = made.printed().lines().findFirst().orElseThrow();
        String mistyped = code.substring(0, code.length() - 4) + (code.endsWith("0000") ? "1111" : "0000");

        Finished other = enrol(hub, mistyped, "other.p12");
        assertThat(other.printed()).contains("not the hub of the county that made the code");
        Finished taken = enrol(hub, code, "site.p12");
        assertThat(taken.printed()).contains("certificate written");
        assertThat(taken.exitCode()).isZero();
        assertThat(folder.resolve("site.p12")).exists();
        assertThat(folder.resolve("site.p12.password")).exists();
        assertThat(enrol(hub, code, "site.p12").printed()).contains("is there already");
        assertThat(enrol(hub, code, "again.p12").printed()).contains("ask the county for a new one");
        assertThat(folder.resolve("again.p12")).doesNotExist();
        assertThat(county().operator("", "audit", "verify").printed()).contains("whole:");
    }

    private Finished enrol(String hub, String code, String file) {
        return Programs.built()
                .run(
                        "edge-agent",
                        "",
                        "enrol",
                        "--hub",
                        hub,
                        "--code",
                        code,
                        "--out",
                        folder.resolve(file).toString());
    }

    private County county() {
        return county.orElseThrow();
    }
}
