package org.ecgnet.hub.console.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.identity.SessionToken;
import org.ecgnet.hub.identity.SignIn;

/** Lets a request through when its session, its right and, for a POST, its CSRF token are good. */
public final class Gate {

    private static final String COOKIE = "__Host-ecg";
    private static final String CSRF = "X-CSRF-Token";
    private static final String BACKGROUND = "X-Background";

    private final SignIn signIn;
    private final Workers workers;
    private final Clock clock;

    public Gate(SignIn signIn, Workers workers, Clock clock) {
        this.signIn = signIn;
        this.workers = workers;
        this.clock = clock;
    }

    /** Goes on with the account, or answers 401 or 403. */
    public void enter(RoutingContext context, BiConsumer<RoutingContext, Account> then) {
        Optional<SessionToken> token = token(context);
        if (token.isEmpty()) {
            Answers.refuse(context, 401, "not logged in");
            return;
        }
        if (context.request().method().equals(HttpMethod.POST)
                && !token.get()
                        .csrfIs(Objects.requireNonNullElse(context.request().getHeader(CSRF), ""))) {
            Answers.refuse(context, 403, CSRF + " is missing or wrong");
            return;
        }
        boolean byHand = context.request().getHeader(BACKGROUND) == null;
        workers.run(context, () -> signIn.whose(token.get(), byHand, clock.instant()), account -> {
            if (account.isPresent()) {
                then.accept(context, account.get());
            } else {
                Answers.refuse(context, 401, "the session has ended");
            }
        });
    }

    /** The same for those with the right only. */
    public void enter(RoutingContext context, Right right, BiConsumer<RoutingContext, Account> then) {
        enter(context, (entered, account) -> {
            if (account.may(right)) {
                then.accept(entered, account);
            } else {
                Answers.refuse(entered, 403, "needs the right " + right);
            }
        });
    }

    /** A form of another site can send no JSON and does not come from here: for the one POST without a session. */
    public static boolean fromHere(HttpServerRequest request) {
        String type = Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_TYPE), "");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return type.startsWith("application/json")
                && (origin == null || authority(origin).equals(host(request)));
    }

    /** The account's owner, as cases and registers name people. */
    public static Person person(Account account) {
        return new Person(account.name(), account.displayName());
    }

    private static String authority(String origin) {
        try {
            return Objects.requireNonNullElse(URI.create(origin).getRawAuthority(), "");
        } catch (IllegalArgumentException e) {
            return ""; // no origin that a browser of ours sends
        }
    }

    private static String host(HttpServerRequest request) {
        return request.authority() == null ? "" : request.authority().toString();
    }

    public static Optional<SessionToken> token(RoutingContext context) {
        Cookie cookie = context.request().getCookie(COOKIE);
        return cookie == null || cookie.getValue().isBlank()
                ? Optional.empty()
                : Optional.of(new SessionToken(cookie.getValue()));
    }

    public static void give(RoutingContext context, SessionToken token) {
        context.response().addCookie(cookie(token.value()));
    }

    public static void take(RoutingContext context) {
        context.response().addCookie(cookie("").setMaxAge(0));
    }

    private static Cookie cookie(String value) {
        return Cookie.cookie(COOKIE, value)
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT);
    }
}
