package org.ecgnet.hub.console.paging;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.console.web.Answers;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.console.web.RouteParts;
import org.ecgnet.hub.console.web.Routes;
import org.ecgnet.hub.identity.Account;
import org.ecgnet.hub.identity.Right;
import org.ecgnet.hub.paging.run.ChannelDesk;
import org.ecgnet.hub.paging.run.ChannelRecord;
import org.ecgnet.hub.paging.run.Trial;
import org.ecgnet.hub.roster.AddressMask;
import org.ecgnet.hub.roster.RosterRepository;

/** How channels do, a trial of each, and switching one on again. */
public final class ChannelRoutes implements Routes {

    private final RouteParts parts;
    private final ChannelDesk desk;

    public ChannelRoutes(RouteParts parts, ChannelDesk desk) {
        this.parts = parts;
        this.desk = desk;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/channels").handler(context -> parts.gate().enter(context, (entered, account) -> parts.workers()
                .run(entered, () -> described(account), answer -> Answers.json(entered, answer))));
        router.post("/api/channels/:name/test").handler(context -> parts.gate()
                .enter(context, (entered, account) -> ifMay(entered, account, this::test)));
        router.post("/api/channels/:name/enable").handler(context -> parts.gate()
                .enter(context, (entered, account) -> ifMay(entered, account, this::enable)));
    }

    static boolean may(Account account) {
        return account.may(Right.HANDLE_CASES) || account.may(Right.ADMINISTER);
    }

    private static void ifMay(RoutingContext context, Account account, Work work) {
        if (may(account)) {
            work.on(context, account);
        } else {
            Answers.refuse(context, 403, "needs the right " + Right.HANDLE_CASES + " or " + Right.ADMINISTER);
        }
    }

    private JsonObject described(Account account) {
        var channels = new JsonArray();
        for (ChannelRecord channel : desk.channels()) {
            var contacts = new JsonArray();
            contacts(channel.channel())
                    .forEach(contact -> contacts.add(new JsonObject()
                            .put("key", contact.key())
                            .put("name", contact.name())
                            .put("address", AddressMask.of(contact.address()))));
            var json = new JsonObject()
                    .put("name", channel.channel())
                    .put("waiting", channel.waiting())
                    .put("contacts", contacts);
            channel.lastSuccess().ifPresent(tried -> json.put("lastSuccess", tried(tried)));
            channel.lastFailure().ifPresent(tried -> json.put("lastFailure", tried(tried)));
            channel.disabled().ifPresent(reason -> json.put("disabled", reason));
            channels.add(json);
        }
        return new JsonObject().put("mayTest", may(account)).put("channels", channels);
    }

    private static JsonObject tried(ChannelRecord.Tried tried) {
        var json = new JsonObject()
                .put("at", tried.at().toString())
                .put("contact", tried.contact())
                .put("response", tried.response());
        tried.status().ifPresent(status -> json.put("status", status));
        return json;
    }

    /** Whom a channel reaches: contacts of the settings, and people of the roster. */
    private List<Reached> contacts(String channel) {
        List<Reached> all = new ArrayList<>();
        desk.contacts(channel)
                .forEach(contact -> all.add(new Reached("fixed:" + all.size(), contact.name(), contact.address())));
        parts.database()
                .inTransaction(transaction ->
                        transaction.repository(RosterRepository.class).people())
                .forEach(person -> person.ways().stream()
                        .filter(way -> person.active() && way.channel().equals(channel))
                        .forEach(way ->
                                all.add(new Reached(person.id() + ":" + all.size(), person.name(), way.address()))));
        return all;
    }

    private void test(RoutingContext context, Account account) {
        String channel = context.pathParam("name");
        String key = Requests.body(context)
                .map(body -> body.getString("contact", ""))
                .orElse("");
        Instant now = parts.clock().instant();
        parts.workers().run(context, () -> tested(channel, key, account, now), trial -> {
            if (trial.isEmpty()) {
                Answers.refuse(context, 404, "no such channel or contact");
            } else {
                Answers.json(context, described(trial.get()));
            }
        });
    }

    private Optional<Trial> tested(String channel, String key, Account account, Instant now) {
        Optional<Reached> reached = contacts(channel).stream()
                .filter(contact -> contact.key().equals(key))
                .findFirst();
        Optional<Trial> trial = reached.flatMap(
                contact -> desk.test(channel, contact.name(), contact.address(), account.displayName(), now));
        trial.ifPresent(tried -> audit(
                account, AuditAction.CHANNEL_TRIED, channel + " to " + tried.contact() + ": " + tried.outcome(), now));
        return trial;
    }

    private static JsonObject described(Trial trial) {
        var json = new JsonObject()
                .put("delivered", trial.outcome().equals("Delivered"))
                .put("outcome", trial.outcome())
                .put("response", trial.response());
        trial.status().ifPresent(status -> json.put("status", status));
        return json;
    }

    private void enable(RoutingContext context, Account account) {
        String channel = context.pathParam("name");
        Instant now = parts.clock().instant();
        parts.workers()
                .run(
                        context,
                        () -> {
                            desk.enable(channel);
                            audit(account, AuditAction.CHANNEL_ENABLED, channel, now);
                            return channel;
                        },
                        done -> Answers.nothing(context));
    }

    private void audit(Account account, AuditAction action, String detail, Instant now) {
        parts.database().transact(transaction -> transaction
                .repository(AuditRepository.class)
                .append(AuditEvent.of(now, account.name(), action, detail)));
    }

    private interface Work {
        void on(RoutingContext context, Account account);
    }

    /** Somebody whom a channel reaches. */
    private record Reached(String key, String name, String address) {}
}
