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
import java.util.function.BiPredicate;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Entrant;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.identity.SessionToken;
import org.ecgnet.hub.identity.SignIn;
import org.ecgnet.hub.site.ScopeRepository;
import org.ecgnet.hub.store.Database;

/**
 * Lets a request through when its session, its right and, for a POST, its CSRF token are good. Site staff pass where a
 * route says {@code exams}, {@code exam}, {@code criticalCase} or {@code anybody}, and nowhere else.
 */
public final class Gate {

    private static final String COOKIE = "__Host-ecg";
    private static final String CSRF = "X-CSRF-Token";
    private static final String BACKGROUND = "X-Background";

    private final SignIn signIn;
    private final Database database;
    private final Workers workers;
    private final Clock clock;

    public Gate(SignIn signIn, Database database, Workers workers, Clock clock) {
        this.signIn = signIn;
        this.database = database;
        this.workers = workers;
        this.clock = clock;
    }

    /** Goes on with the account of somebody of the centre, or answers 401 or 403; site staff have rooms of their own. */
    public void enter(RoutingContext context, BiConsumer<RoutingContext, Account> then) {
        anybody(context, (entered, account) -> {
            if (account.sites().isEmpty()) {
                then.accept(entered, account);
            } else {
                Answers.refuse(entered, 403, "for the centre's own people");
            }
        });
    }

    /** The same for those with the right only; site staff have {@link Right#READ_OWN_SITE} and no other. */
    public void enter(RoutingContext context, Right right, BiConsumer<RoutingContext, Account> then) {
        anybody(context, (entered, account) -> {
            if (account.may(right)) {
                then.accept(entered, account);
            } else {
                Answers.refuse(entered, 403, "needs the right " + right);
            }
        });
    }

    /** For all who are shown exams, site staff too: what follows asks its queries within {@link Account#scope()}. */
    public void exams(RoutingContext context, BiConsumer<RoutingContext, Account> then) {
        anybody(context, (entered, account) -> {
            if (account.may(Right.READ_EXAMS) || account.may(Right.READ_OWN_SITE)) {
                then.accept(entered, account);
            } else {
                Answers.refuse(entered, 403, "needs the right " + Right.READ_EXAMS);
            }
        });
    }

    /** The same where the path's {@code :id} is an exam: one outside the scope is to them an exam that never was. */
    public void exam(RoutingContext context, BiConsumer<RoutingContext, Account> then) {
        inside(context, "no such exam", then, (scopes, account) -> Requests.examId(context)
                .filter(id -> scopes.contains(account.scope(), id))
                .isPresent());
    }

    /** The same where the path's {@code :id} is a critical case. */
    public void criticalCase(RoutingContext context, BiConsumer<RoutingContext, Account> then) {
        inside(context, "no such case", then, (scopes, account) -> Requests.id(context)
                .filter(id -> scopes.containsCase(account.scope(), id))
                .isPresent());
    }

    private void inside(
            RoutingContext context,
            String missing,
            BiConsumer<RoutingContext, Account> then,
            BiPredicate<ScopeRepository, Account> contained) {
        exams(
                context,
                (entered, account) -> workers.run(
                        entered,
                        () -> database.inTransaction(
                                transaction -> contained.test(transaction.repository(ScopeRepository.class), account)),
                        contains -> {
                            if (contains) {
                                then.accept(entered, account);
                            } else {
                                Answers.refuse(entered, 404, missing);
                            }
                        }));
    }

    /** Goes on with whoever is logged in and, where the county demands one, has a second factor. */
    public void anybody(RoutingContext context, BiConsumer<RoutingContext, Account> then) {
        own(context, (entered, who) -> {
            if (who.mustEnrol()) {
                Answers.refuse(
                        entered, 403, "ENROL_FIRST", "请先启用两步验证", "switch your second factor on first: page Account");
            } else {
                then.accept(entered, who.account());
            }
        });
    }

    /** Goes on with whoever is logged in: for the own account, and nothing else. */
    public void own(RoutingContext context, BiConsumer<RoutingContext, Entrant> then) {
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
        workers.run(context, () -> signIn.whose(token.get(), byHand, clock.instant()), who -> {
            if (who.isPresent()) {
                then.accept(context, who.get());
            } else {
                Answers.refuse(context, 401, "the session has ended");
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
