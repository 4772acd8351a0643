package org.ecgnet.hub.console.login;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.console.account.AccountRoutes;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.console.web.Workers;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Entrant;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.identity.SessionToken;
import org.ecgnet.hub.identity.SignIn;
import org.ecgnet.hub.identity.SignInResult;

/** Logging in and out, and who one is. */
public final class LoginRoutes implements Routes {

    private final Gate gate;
    private final SignIn signIn;
    private final Workers passwords;
    private final Clock clock;

    /** @param passwords worker threads of their own, for hashing takes long and much memory */
    public LoginRoutes(RouteParts parts, SignIn signIn, Workers passwords) {
        this.gate = parts.gate();
        this.signIn = signIn;
        this.passwords = passwords;
        this.clock = parts.clock();
    }

    @Override
    public void mount(Router router) {
        router.post("/api/login").handler(this::login);
        router.post("/api/logout").handler(context -> gate.own(context, this::logout));
        router.get("/api/me").handler(context -> gate.own(context, this::me));
    }

    private void login(RoutingContext context) {
        if (!Gate.fromHere(context.request())) {
            Answers.refuse(context, 403, "log in from the console's own page, with a JSON body");
            return;
        }
        Optional<JsonObject> body = body(context);
        String name = body.map(json -> json.getString("name", "")).orElse("");
        char[] password =
                body.map(json -> json.getString("password", "")).orElse("").toCharArray();
        String code = body.map(json -> json.getString("code", "")).orElse("");
        if (name.isEmpty()
                || name.length() > 64
                || password.length == 0
                || password.length > 256
                || code.length() > 40) {
            Answers.refuse(context, 400, "name and password are needed");
            return;
        }
        String address = context.request().remoteAddress().hostAddress();
        passwords.run(
                context,
                () -> {
                    try {
                        return signIn.signIn(name, password, code, address, clock.instant());
                    } finally {
                        Arrays.fill(password, '\0');
                    }
                },
                result -> answer(context, result));
    }

    private static Optional<JsonObject> body(RoutingContext context) {
        try {
            return Optional.ofNullable(context.body().asJsonObject());
        } catch (DecodeException | ClassCastException e) {
            return Optional.empty(); // no JSON object: answered as a bad request
        }
    }

    private static void answer(RoutingContext context, SignInResult result) {
        if (result instanceof SignInResult.SignedIn in) {
            Gate.give(context, in.token());
            Answers.json(context, described(in.who(), in.token()));
        } else if (result instanceof SignInResult.TooMany tooMany) {
            Answers.tooMany(context, tooMany.retryAfter());
        } else if (result instanceof SignInResult.CodeNeeded) {
            Answers.refuse(context, 401, "CODE_NEEDED", "请输入验证码", "the code of the second factor is needed");
        } else if (result instanceof SignInResult.CodeRefused refused) {
            Answers.json(context, 401, AccountRoutes.refusal(refused.why()));
        } else {
            Answers.refuse(context, 401, "account or password is wrong");
        }
    }

    private void me(RoutingContext context, Entrant who) {
        Gate.token(context).ifPresent(token -> Answers.json(context, described(who, token)));
    }

    private void logout(RoutingContext context, Entrant who) {
        Optional<SessionToken> token = Gate.token(context);
        passwords.run(
                context,
                () -> {
                    token.ifPresent(known -> signIn.signOut(known, clock.instant()));
                    return who;
                },
                done -> {
                    Gate.take(context);
                    Answers.nothing(context);
                });
    }

    private static JsonObject described(Entrant who, SessionToken token) {
        Account account = who.account();
        Set<Right> rights = EnumSet.noneOf(Right.class);
        account.roles().forEach(role -> rights.addAll(role.rights()));
        return new JsonObject()
                .put("name", account.name())
                .put("displayName", account.displayName())
                .put("roles", names(account.roles()))
                .put("rights", names(rights))
                .put("mustEnrol", who.mustEnrol())
                .put(
                        "sites",
                        new JsonArray(account.sites().stream()
                                .map(SiteCode::value)
                                .sorted()
                                .toList()))
                .put("csrfToken", token.csrf());
    }

    private static JsonArray names(Set<? extends Enum<?>> values) {
        return new JsonArray(values.stream().map(Enum::name).sorted().toList());
    }
}
