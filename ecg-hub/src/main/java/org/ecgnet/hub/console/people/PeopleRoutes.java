package org.ecgnet.hub.console.people;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.identity.SitesAnswer;
import org.ecgnet.hub.identity.StaffDesk;

/** Accounts, and the clinics of those who work at clinics. */
public final class PeopleRoutes implements Routes {

    private final RouteParts parts;
    private final StaffDesk desk;

    public PeopleRoutes(RouteParts parts, StaffDesk desk) {
        this.parts = parts;
        this.desk = desk;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/accounts").handler(context -> parts.gate().enter(context, Right.ADMINISTER, this::list));
        router.post("/api/accounts/:name/sites")
                .handler(context -> parts.gate().enter(context, Right.ADMINISTER, this::change));
    }

    private void list(RoutingContext context, Account account) {
        parts.workers()
                .run(
                        context,
                        desk::people,
                        people -> Answers.json(
                                context,
                                new JsonObject()
                                        .put(
                                                "items",
                                                new JsonArray(people.accounts().stream()
                                                        .map(PeopleRoutes::json)
                                                        .toList()))
                                        .put("sites", codes(people.sites()))));
    }

    private static JsonObject json(Account account) {
        return new JsonObject()
                .put("name", account.name())
                .put("displayName", account.displayName())
                .put(
                        "roles",
                        new JsonArray(account.roles().stream()
                                .map(Enum::name)
                                .sorted()
                                .toList()))
                .put("sites", codes(account.sites()))
                .put("disabled", account.disabled());
    }

    private static JsonArray codes(Collection<SiteCode> sites) {
        return new JsonArray(sites.stream().map(SiteCode::value).sorted().toList());
    }

    private void change(RoutingContext context, Account account) {
        String name = context.pathParam("name");
        Set<SiteCode> seen;
        Set<SiteCode> sites;
        try {
            JsonObject body = Requests.body(context)
                    .orElseThrow(() -> new IllegalArgumentException("the body is no JSON object"));
            seen = sites(body, "seen");
            sites = sites(body, "sites");
        } catch (IllegalArgumentException e) {
            Answers.refuse(context, 400, String.valueOf(e.getMessage()));
            return;
        }
        Instant now = parts.clock().instant();
        parts.workers()
                .run(context, () -> attempt(name, seen, sites, account.name(), now), answer -> answer.accept(context));
    }

    /** On a worker: how to answer. */
    private Consumer<RoutingContext> attempt(
            String name, Set<SiteCode> seen, Set<SiteCode> sites, String actor, Instant now) {
        SitesAnswer answer;
        try {
            answer = desk.changeSites(name, seen, sites, actor, now);
        } catch (IllegalArgumentException e) {
            return to -> Answers.refuse(to, 400, String.valueOf(e.getMessage()));
        }
        if (answer instanceof SitesAnswer.Stale stale) {
            return to -> Answers.json(
                    to,
                    409,
                    Answers.refusal("STALE", "别人刚刚改过, 请核对后再保存", "somebody was first: look again")
                            .put("sites", codes(stale.now())));
        }
        return answer instanceof SitesAnswer.Changed
                ? Answers::nothing
                : to -> Answers.refuse(to, 404, "no such account of a clinic's staff");
    }

    private static Set<SiteCode> sites(JsonObject body, String key) {
        if (!(body.getValue(key) instanceof JsonArray codes)) {
            throw new IllegalArgumentException(key + ": no list (expected: codes of clinics)");
        }
        return codes.stream().map(code -> new SiteCode(String.valueOf(code))).collect(Collectors.toUnmodifiableSet());
    }
}
