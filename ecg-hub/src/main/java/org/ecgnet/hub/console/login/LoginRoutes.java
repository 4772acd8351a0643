package org.ecgnet.hub.console.login;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.console.account.AccountRoutes;
import org.ecgnet.hub.console.account.PasswordWork;
import org.ecgnet.hub.console.account.Typed;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Gate;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Entrant;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.identity.SessionToken;
import org.ecgnet.hub.identity.SignIn;
import org.ecgnet.hub.identity.SignInResult;

/** Logging in and out, and who one is. */
public final class LoginRoutes implements Routes {

    private final RouteParts parts;
    private final SignIn signIn;
    private final PasswordWork passwords;

    public LoginRoutes(RouteParts parts, SignIn signIn, PasswordWork passwords) {
        this.parts = parts;
        this.signIn = signIn;
        this.passwords = passwords;
    }

    @Override
    public void mount(Router router) {
        router.post("/api/login").handler(this::login);
        router.post("/api/logout").handler(context -> parts.gate().own(context, this::logout));
        router.get("/api/me").handler(context -> parts.gate().own(context, this::me));
    }

    private void login(RoutingContext context) {
        if (!Gate.fromHere(context.request())) {
            Answers.refuse(context, 403, "log in from the console's own page, with a JSON body");
            return;
        }
        Optional<Typed> typed =
                Typed.of(context).filter(given -> !given.name().isEmpty() && given.password().length > 0);
        if (typed.isEmpty()) {
            Answers.refuse(context, 400, "name and password are needed");
            return;
        }
        passwords.run(
                context,
                typed.get(),
                (given, address, now) -> signIn.signIn(given.name(), given.password(), given.code(), address, now),
                result -> answer(context, result));
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
        parts.workers()
                .run(
                        context,
                        () -> {
                            token.ifPresent(
                                    known -> signIn.signOut(known, parts.clock().instant()));
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
