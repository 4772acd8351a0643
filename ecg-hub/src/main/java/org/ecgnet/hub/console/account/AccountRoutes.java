package org.ecgnet.hub.console.account;

import io.nayuki.qrcodegen.QrCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Entrant;
import org.ecgnet.hub.identity.SecondFactorAnswer;
import org.ecgnet.hub.identity.SecondFactorDesk;

/** The own account's second factor, at the desk of {@code hub.identity}. */
public final class AccountRoutes implements Routes {

    private final RouteParts parts;
    private final SecondFactorDesk desk;
    private final PasswordWork passwords;

    public AccountRoutes(RouteParts parts, SecondFactorDesk desk, PasswordWork passwords) {
        this.parts = parts;
        this.desk = desk;
        this.passwords = passwords;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/account").handler(context -> parts.gate().own(context, this::show));
        post(router, "begin", account -> (typed, from, now) -> desk.begin(account, typed.password(), from, now));
        post(router, "confirm", account -> (typed, from, now) -> desk.confirm(account, typed.code(), from, now));
        post(
                router,
                "off",
                account -> (typed, from, now) -> desk.off(account, typed.password(), typed.code(), from, now));
        post(
                router,
                "codes",
                account -> (typed, from, now) -> desk.renew(account, typed.password(), typed.code(), from, now));
    }

    private void post(Router router, String name, Function<Account, PasswordWork.Step<SecondFactorAnswer>> step) {
        router.post("/api/account/second-factor/" + name).handler(context -> parts.gate()
                .own(context, (entered, who) -> act(entered, step.apply(who.account()))));
    }

    private void show(RoutingContext context, Entrant who) {
        parts.workers().run(context, () -> desk.state(who.account()), state -> {
            var json = new JsonObject()
                    .put("recoveryCodesLeft", state.recoveryCodesLeft())
                    .put("demanded", state.demanded());
            state.since().ifPresent(since -> json.put("since", since.toString()));
            Answers.json(context, json);
        });
    }

    private void act(RoutingContext context, PasswordWork.Step<SecondFactorAnswer> step) {
        Optional<Typed> typed = Typed.of(context);
        if (typed.isEmpty()) {
            Answers.refuse(context, 400, "password and code: texts");
            return;
        }
        passwords.run(context, typed.get(), step, answer -> answer(context, answer));
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
}
