package org.ecgnet.hub.console.delivery;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.paging.channel.webhook.SignatureTrial;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;

/** What is wrong with a signature, for integrators. */
public final class SignatureRoutes implements Routes {

    private final Gate gate;
    private final Clock clock;
    private final Map<String, List<WebhookSecret>> secrets;

    /** @param secrets the live ones of each receiver and sender of signed messages, by its name in the settings */
    public SignatureRoutes(RouteParts parts, Map<String, List<WebhookSecret>> secrets) {
        this.gate = parts.gate();
        this.clock = parts.clock();
        this.secrets = new TreeMap<>(secrets);
    }

    @Override
    public void mount(Router router) {
        router.get("/api/signature/keys").handler(context -> gate.enter(context, Right.ADMINISTER, this::keys));
        router.post("/api/signature/verify").handler(context -> gate.enter(context, Right.ADMINISTER, this::verify));
    }

    private void keys(RoutingContext context, Account account) {
        var items = new JsonArray();
        secrets.forEach((name, live) -> items.add(new JsonObject()
                .put("name", name)
                .put(
                        "fingerprints",
                        new JsonArray(
                                live.stream().map(WebhookSecret::fingerprint).toList()))));
        Answers.json(context, new JsonObject().put("items", items));
    }

    private void verify(RoutingContext context, Account account) {
        Optional<JsonObject> body = Requests.body(context);
        if (body.isEmpty()) {
            Answers.refuse(context, 400, "the body is no JSON object");
            return;
        }
        String key = raw(body.get(), "key");
        List<WebhookSecret> live = secrets.get(key);
        if (live == null) {
            Answers.refuse(context, 400, "key: unknown (expected: one of " + secrets.keySet() + ")");
            return;
        }
        List<WebhookSecret> others = secrets.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(key))
                .map(Map.Entry::getValue)
                .flatMap(Collection::stream)
                .filter(secret -> !live.contains(secret))
                .toList();
        // To the byte: white space is one of the mistakes that are looked for.
        var trial = new SignatureTrial(
                raw(body.get(), "id"),
                raw(body.get(), "timestamp"),
                raw(body.get(), "body"),
                raw(body.get(), "signature"));
        SignatureTrial.Result result = trial.by(live, others, clock.instant());
        var json = new JsonObject()
                .put("genuine", result.genuine())
                .put(
                        "faults",
                        new JsonArray(result.faults().stream().map(Enum::name).toList()));
        result.secret().ifPresent(number -> json.put("secret", number));
        Answers.json(context, json);
    }

    private static String raw(JsonObject body, String key) {
        return body.getValue(key) instanceof String text ? text : "";
    }
}
