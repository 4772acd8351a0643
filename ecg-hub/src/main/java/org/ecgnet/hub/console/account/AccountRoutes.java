package org.ecgnet.hub.console.account;

import io.nayuki.qrcodegen.QrCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Workers;
import org.ecgnet.hub.identity.Entrant;
import org.ecgnet.hub.identity.SecondFactorAnswer;
import org.ecgnet.hub.identity.SecondFactorDesk;

/** The own account's second factor, at the desk of {@code hub.identity}. */
public final class AccountRoutes implements Routes {

    private static final int LONGEST_PASSWORD = 256;
    private static final int LONGEST_CODE = 40;

    private final Gate gate;
    private final SecondFactorDesk desk;
    private final Workers passwords;
    private final Clock clock;

    /** @param passwords few threads: each hashing takes tens of megabytes */
    public AccountRoutes(RouteParts parts, SecondFactorDesk desk, Workers passwords) {
        this.gate = parts.gate();
        this.desk = desk;
        this.passwords = passwords;
        this.clock = parts.clock();
    }

    @Override
    public void mount(Router router) {
        router.get("/api/account").handler(context -> gate.own(context, this::show));
        post(router, "begin", (who, given, address, now) -> desk.begin(who.account(), given.password(), address, now));
        post(router, "confirm", (who, given, address, now) -> desk.confirm(who.account(), given.code(), address, now));
        post(
                router,
                "off",
                (who, given, address, now) -> desk.off(who.account(), given.password(), given.code(), address, now));
    }

    private void post(Router router, String step, Action action) {
        router.post("/api/account/second-factor/" + step)
                .handler(context -> gate.own(context, (entered, who) -> act(entered, who, action)));
    }

    private void show(RoutingContext context, Entrant who) {
        passwords.run(context, () -> desk.state(who.account()), state -> {
            var json = new JsonObject()
                    .put("recoveryCodesLeft", state.recoveryCodesLeft())
                    .put("demanded", state.demanded());
            state.since().ifPresent(since -> json.put("since", since.toString()));
            Answers.json(context, json);
        });
    }

    private void act(RoutingContext context, Entrant who, Action action) {
        Optional<Given> given = Requests.body(context).map(Given::of);
        if (given.isEmpty() || given.get().tooLong()) {
            Answers.refuse(context, 400, "password and code: texts");
            return;
        }
        String address = context.request().remoteAddress().hostAddress();
        passwords.run(
                context,
                () -> {
                    try {
                        return action.at(who, given.get(), address, clock.instant());
                    } finally {
                        Arrays.fill(given.get().password(), '\0');
                    }
                },
                answer -> answer(context, answer));
    }

    private static void answer(RoutingContext context, SecondFactorAnswer answer) {
        if (answer instanceof SecondFactorAnswer.Begun begun) {
            Answers.json(
                    context,
                    new JsonObject()
                            .put("secret", begun.base32())
                            .put("uri", begun.uri())
                            .put("qr", qr(begun.uri())));
        } else if (answer instanceof SecondFactorAnswer.On on) {
            Answers.json(context, new JsonObject().put("recoveryCodes", new JsonArray(on.recoveryCodes())));
        } else if (answer instanceof SecondFactorAnswer.Refused refused) {
            Answers.json(context, 409, refusal(refused));
        } else if (answer instanceof SecondFactorAnswer.TooMany tooMany) {
            Answers.tooMany(context, tooMany.retryAfter());
        } else {
            Answers.nothing(context);
        }
    }

    /** Why a code or a password was not taken, in both languages. */
    public static JsonObject refusal(SecondFactorAnswer.Refused refused) {
        JsonObject json = Answers.refusal(
                refused.why().name(), refused.why().chinese(), refused.why().english());
        return refused.clockAhead().isZero()
                ? json
                : json.put("minutes", Math.round(refused.clockAhead().toSeconds() / 60.0));
    }

    private static JsonObject qr(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        return new JsonObject()
                .put("size", code.size)
                .put(
                        "rows",
                        new JsonArray(IntStream.range(0, code.size)
                                .mapToObj(y -> IntStream.range(0, code.size)
                                        .mapToObj(x -> code.getModule(x, y) ? "1" : "0")
                                        .collect(Collectors.joining()))
                                .toList()));
    }

    /** What was typed. */
    private record Given(char[] password, String code) {

        static Given of(JsonObject body) {
            return new Given(text(body, "password").toCharArray(), text(body, "code"));
        }

        boolean tooLong() {
            return password.length > LONGEST_PASSWORD || code.length() > LONGEST_CODE;
        }

        private static String text(JsonObject body, String key) {
            return body.getValue(key, "") instanceof String text ? text : "";
        }

        /** Nothing of it. */
        @Override
        public String toString() {
            return "Given[***]";
        }
    }

    /** One thing that can be done about it. */
    private interface Action {
        SecondFactorAnswer at(Entrant who, Given given, String address, Instant now);
    }
}
