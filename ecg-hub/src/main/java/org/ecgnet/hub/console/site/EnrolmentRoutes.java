package org.ecgnet.hub.console.site;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.ca.Enrolments;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;

/**
 * A clinic's computer brings its code and takes its certificate. Whoever asks has no account: the code's 80 bits are what
 * lets in, and cannot be guessed at any rate that a hub can answer.
 */
public final class EnrolmentRoutes implements Routes {

    private final RouteParts parts;
    private final Enrolments enrolments;

    public EnrolmentRoutes(RouteParts parts, Enrolments enrolments) {
        this.parts = parts;
        this.enrolments = enrolments;
    }

    @Override
    public void mount(Router router) {
        router.post("/api/enrol").handler(this::enrol);
    }

    private void enrol(RoutingContext context) {
        String secret;
        try {
            secret = Requests.text(
                    Requests.body(context)
                            .orElseThrow(() -> new IllegalArgumentException("the body is no JSON object")),
                    "secret");
        } catch (IllegalArgumentException e) {
            Answers.refuse(context, 400, String.valueOf(e.getMessage()));
            return;
        }
        Instant now = parts.clock().instant();
        parts.workers().run(context, () -> taken(secret, now), (Optional<Enrolments.Ready> ready) -> {
            if (ready.isEmpty()) {
                Answers.refuse(
                        context,
                        404,
                        "NO_SUCH_CODE",
                        "注册码无效、已使用或已过期，请向县中心重新索取",
                        "the code is mistyped, used or too old: ask the county for a new one");
            } else {
                Answers.json(
                        context,
                        new JsonObject()
                                .put(
                                        "keyStore",
                                        Base64.getEncoder()
                                                .encodeToString(ready.get().keyStore()))
                                .put("password", ready.get().password()));
            }
        });
    }

    private Optional<Enrolments.Ready> taken(String secret, Instant now) {
        Optional<Enrolments.Ready> ready = enrolments.take(secret, now);
        ready.ifPresent(taken -> parts.database().transact(transaction -> transaction
                .repository(AuditRepository.class)
                .append(AuditEvent.of(
                        now,
                        "enrolment",
                        AuditAction.SITE_ENROLLED,
                        taken.site().value()))));
        return ready;
    }
}
