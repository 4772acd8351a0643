package org.ecgnet.hub.console.roster;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.roster.AddressMask;
import org.ecgnet.hub.roster.Duty;
import org.ecgnet.hub.roster.Hole;
import org.ecgnet.hub.roster.OnCallPerson;
import org.ecgnet.hub.roster.RosterEntry;
import org.ecgnet.hub.roster.Substitution;
import org.ecgnet.hub.roster.WhoNow;

/** The roster as the page reads it. */
final class RosterJson {

    private RosterJson() {}

    /** @param whole with addresses as they are: for whoever may edit them */
    static JsonObject person(OnCallPerson person, boolean whole) {
        return new JsonObject()
                .put("id", person.id().toString())
                .put("name", person.name())
                .put("account", person.account().orElse(""))
                .put("active", person.active())
                .put("ways", array(person.ways(), way -> new JsonObject()
                        .put("channel", way.channel())
                        .put("address", whole ? way.address() : AddressMask.of(way.address()))
                        .put("serves", serves(way.serves()))));
    }

    private static JsonArray serves(Collection<Urgency> serves) {
        return new JsonArray(serves.stream().sorted().map(Enum::name).toList());
    }

    static JsonObject duty(Duty duty) {
        var json = new JsonObject()
                .put("shift", duty.shift().id().toString())
                .put("tier", duty.tier().name())
                .put("person", duty.person().id().toString())
                .put("name", duty.person().name())
                .put("from", duty.from().toString())
                .put("to", duty.to().toString())
                .put("shiftFrom", duty.shift().from().toString())
                .put("shiftTo", duty.shift().to().toString())
                .put("planned", duty.shift().person().toString());
        duty.instead().ifPresent(instead -> json.put("instead", instead(instead)));
        return json;
    }

    private static JsonObject instead(Substitution instead) {
        return new JsonObject()
                .put("swap", instead.swap().isPresent())
                .put("agreedBy", instead.agreedBy())
                .put("agreedAt", instead.agreedAt().toString())
                .put("note", instead.note());
    }

    static JsonObject hole(Hole hole) {
        return new JsonObject()
                .put("tier", hole.tier().name())
                .put("from", hole.from().toString())
                .put("to", hole.to().toString())
                .put("reason", hole.reason().name())
                .put("who", hole.who());
    }

    static JsonObject entry(RosterEntry entry) {
        return new JsonObject()
                .put("at", entry.at().toString())
                .put("by", entry.by())
                .put("kind", entry.kind().name())
                .put("detail", entry.detail());
    }

    static JsonObject line(WhoNow.Line line) {
        return new JsonObject()
                .put("rung", line.rung())
                .put("to", line.to().name())
                .put("urgency", line.urgency().name())
                .put("called", array(line.called(), called -> new JsonObject()
                        .put("name", called.name())
                        .put("tier", called.tier().name())
                        .put("channel", called.channel())
                        .put("address", called.maskedAddress())
                        .put("loudEnough", called.loudEnough())))
                .put("gaps", array(line.gaps(), gap -> new JsonObject()
                        .put("tier", gap.tier().name())
                        .put("why", gap.why().name())));
    }

    static <T> JsonArray array(List<T> all, Function<T, JsonObject> form) {
        return new JsonArray(all.stream().map(form).toList());
    }
}
