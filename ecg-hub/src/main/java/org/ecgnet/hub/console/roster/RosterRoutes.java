package org.ecgnet.hub.console.roster;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.AccountRepository;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.paging.EscalationLadder;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.roster.Hole;
import org.ecgnet.hub.roster.Holes;
import org.ecgnet.hub.roster.OnCallPerson;
import org.ecgnet.hub.roster.OnCallRoster;
import org.ecgnet.hub.roster.Recurrence;
import org.ecgnet.hub.roster.RosterAnswer;
import org.ecgnet.hub.roster.RosterDesk;
import org.ecgnet.hub.roster.Shift;
import org.ecgnet.hub.roster.Substitution;
import org.ecgnet.hub.roster.WhoNow;

/** The roster of some days, who would be called at a moment, and every change. */
public final class RosterRoutes implements Routes {

    private static final Duration LONGEST_VIEW = Duration.ofDays(62);
    private static final Duration AROUND = Duration.ofDays(7);
    private static final int HISTORY = 50;

    private final RouteParts parts;
    private final RosterDesk desk;
    private final EscalationLadder ladder;
    private final Set<String> channels;

    /** @param channels those of the settings */
    public RosterRoutes(RouteParts parts, RosterDesk desk, EscalationLadder ladder, Set<String> channels) {
        this.parts = parts;
        this.desk = desk;
        this.ladder = ladder;
        this.channels = Set.copyOf(channels);
    }

    @Override
    public void mount(Router router) {
        router.get("/api/roster").handler(context -> parts.gate().enter(context, this::show));
        router.get("/api/roster/now").handler(context -> parts.gate().enter(context, this::whoNow));
        post(router, "people", this::savePerson);
        post(router, "shifts", this::addShift);
        post(router, "shifts/:id/remove", this::removeShift);
        post(router, "shifts/:id/substitute", this::substitute);
        post(router, "swap", this::swap);
    }

    /** Whoever may handle cases or administer may change the roster. */
    static boolean mayEdit(Account account) {
        return account.may(Right.HANDLE_CASES) || account.may(Right.ADMINISTER);
    }

    private void post(Router router, String path, Change change) {
        router.post("/api/roster/" + path).handler(context -> parts.gate().enter(context, (entered, account) -> {
            Optional<JsonObject> body = Requests.body(entered);
            if (!mayEdit(account)) {
                Answers.refuse(entered, 403, "needs the right " + Right.HANDLE_CASES + " or " + Right.ADMINISTER);
            } else if (body.isEmpty()) {
                Answers.refuse(entered, 400, "the body is no JSON object");
            } else {
                Instant now = parts.clock().instant();
                parts.workers()
                        .run(
                                entered,
                                () -> attempt(change, entered, account, body.get(), now),
                                attempt -> answer(entered, attempt));
            }
        }));
    }

    private static Attempt attempt(
            Change change, RoutingContext context, Account account, JsonObject body, Instant now) {
        try {
            return new Attempt(Optional.of(change.by(context, account, body, now)), "");
        } catch (IllegalArgumentException | ClassCastException e) {
            return new Attempt(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private static void answer(RoutingContext context, Attempt attempt) {
        if (attempt.answer().isEmpty()) {
            Answers.refuse(context, 400, attempt.unclear());
            return;
        }
        RosterAnswer answer = attempt.answer().get();
        if (answer instanceof RosterAnswer.Done done) {
            Answers.json(context, new JsonObject().put("holes", RosterJson.array(done.holes(), RosterJson::hole)));
        } else if (answer instanceof RosterAnswer.OpensHoles opens) {
            Answers.json(
                    context,
                    409,
                    Answers.refusal(
                                    "OPENS_HOLES",
                                    "此改动会出现空班，确认后可保存",
                                    "the change opens holes; send it again with acceptHoles")
                            .put("holes", RosterJson.array(opens.holes(), RosterJson::hole)));
        } else if (answer instanceof RosterAnswer.Refused refused) {
            Answers.refuse(
                    context,
                    409,
                    refused.reason().name(),
                    refused.reason().chinese(),
                    refused.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + refused.detail());
        }
    }

    private void show(RoutingContext context, Account account) {
        Instant from;
        Instant to;
        try {
            from = Requests.instant(context, "from").orElse(parts.clock().instant());
            to = Requests.instant(context, "to").orElse(from.plus(AROUND));
        } catch (IllegalArgumentException e) {
            Answers.refuse(context, 400, String.valueOf(e.getMessage()));
            return;
        }
        if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST_VIEW) > 0) {
            Answers.refuse(context, 400, "from, to: (expected: two instants, 62 days apart at most)");
            return;
        }
        parts.workers().run(context, () -> described(account, from, to), answer -> Answers.json(context, answer));
    }

    private JsonObject described(Account account, Instant from, Instant to) {
        OnCallRoster roster = desk.between(from, to);
        boolean edits = mayEdit(account);
        return new JsonObject()
                .put("from", from.toString())
                .put("to", to.toString())
                .put("mayEdit", edits)
                .put("channels", new JsonArray(channels.stream().sorted().toList()))
                .put("people", RosterJson.array(roster.duty().people(), person -> RosterJson.person(person, edits)))
                .put("duties", RosterJson.array(roster.duty().duties(from, to), RosterJson::duty))
                .put("holes", RosterJson.array(holes(roster, from, to), RosterJson::hole))
                .put("history", RosterJson.array(desk.history(HISTORY), RosterJson::entry));
    }

    /** What is over cannot be filled any more. */
    private List<Hole> holes(OnCallRoster roster, Instant from, Instant to) {
        Instant now = parts.clock().instant();
        Instant begin = from.isBefore(now) ? now : from;
        return begin.isBefore(to) ? new Holes(roster, channels).between(begin, to) : List.of();
    }

    private void whoNow(RoutingContext context, Account account) {
        Instant at;
        SiteCode code;
        try {
            at = Requests.instant(context, "at").orElse(parts.clock().instant());
            String site = context.request().getParam("site", "");
            code = new SiteCode(site.isBlank() ? "any" : site);
        } catch (IllegalArgumentException e) {
            Answers.refuse(context, 400, String.valueOf(e.getMessage()));
            return;
        }
        parts.workers()
                .run(
                        context,
                        () -> {
                            OnCallRoster roster = desk.between(at.minus(AROUND), at.plus(AROUND));
                            return WhoNow.of(ladder, roster, code, at, usable());
                        },
                        who -> Answers.json(
                                context,
                                new JsonObject()
                                        .put("at", who.at().toString())
                                        .put("lines", RosterJson.array(who.lines(), RosterJson::line))));
    }

    private Set<String> usable() {
        Set<String> usable = new HashSet<>(channels);
        usable.removeAll(desk.disabledChannels());
        return usable;
    }

    private RosterAnswer savePerson(RoutingContext context, Account account, JsonObject body, Instant now) {
        String id = Requests.text(body, "id");
        String login = Requests.text(body, "account");
        if (!login.isEmpty() && !exists(login)) {
            return new RosterAnswer.Refused(RosterAnswer.Reason.NO_SUCH_ACCOUNT, login);
        }
        var ways = body.getJsonArray("ways", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(RosterRoutes::way)
                .toList();
        var person = new OnCallPerson(
                id.isEmpty() ? UUID.randomUUID() : UUID.fromString(id),
                Requests.text(body, "name"),
                Optional.of(login).filter(name -> !name.isEmpty()),
                ways,
                !Boolean.FALSE.equals(body.getValue("active")));
        return desk.save(person, account.displayName(), now);
    }

    private boolean exists(String login) {
        return parts.database()
                .inTransaction(transaction ->
                        transaction.repository(AccountRepository.class).find(login))
                .isPresent();
    }

    private static OnCallPerson.Way way(JsonObject json) {
        Set<Urgency> serves = EnumSet.noneOf(Urgency.class);
        json.getJsonArray("serves", new JsonArray())
                .forEach(name -> serves.add(Requests.named(Urgency.class, String.valueOf(name))));
        return new OnCallPerson.Way(Requests.text(json, "channel"), Requests.text(json, "address"), serves);
    }

    private RosterAnswer addShift(RoutingContext context, Account account, JsonObject body, Instant now) {
        var shift = new Shift(
                UUID.randomUUID(),
                Requests.choice(Recipient.class, body, "tier"),
                UUID.fromString(Requests.text(body, "person")),
                Requests.instant(body, "from"),
                Requests.instant(body, "to"));
        var recurrence = new Recurrence(body.getInteger("everyDays", 1), body.getInteger("times", 1));
        return desk.add(shift, recurrence, accepts(body), account.displayName(), now);
    }

    private RosterAnswer removeShift(RoutingContext context, Account account, JsonObject body, Instant now) {
        return desk.remove(shiftId(context), accepts(body), account.displayName(), now);
    }

    private RosterAnswer substitute(RoutingContext context, Account account, JsonObject body, Instant now) {
        String agreedBy = Requests.text(body, "agreedBy");
        if (agreedBy.isEmpty()) {
            return new RosterAnswer.Refused(RosterAnswer.Reason.NOT_AGREED, "say who agreed");
        }
        var wanted = new Substitution(
                UUID.randomUUID(),
                shiftId(context),
                UUID.fromString(Requests.text(body, "person")),
                Requests.instant(body, "from"),
                Requests.instant(body, "to"),
                Optional.empty(),
                agreedBy,
                now,
                Requests.text(body, "note"));
        return desk.substitute(wanted, accepts(body), account.displayName(), now);
    }

    private RosterAnswer swap(RoutingContext context, Account account, JsonObject body, Instant now) {
        return desk.swap(
                UUID.fromString(Requests.text(body, "shift")),
                UUID.fromString(Requests.text(body, "with")),
                Requests.text(body, "agreedBy"),
                Requests.text(body, "note"),
                accepts(body),
                account.displayName(),
                now);
    }

    private static UUID shiftId(RoutingContext context) {
        return Requests.id(context).orElseThrow(() -> new IllegalArgumentException("shift: no such id"));
    }

    private static boolean accepts(JsonObject body) {
        return Boolean.TRUE.equals(body.getValue("acceptHoles"));
    }

    /** A change of the roster, from a request's body. */
    private interface Change {
        RosterAnswer by(RoutingContext context, Account account, JsonObject body, Instant now);
    }

    /** The answer, or what could not be read from the request. */
    private record Attempt(Optional<RosterAnswer> answer, String unclear) {}
}
