package org.ecgnet.hub.console.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.ecgnet.hub.console.exam.HandJson;
import org.ecgnet.hub.report.FirstImpression;
import org.ecgnet.hub.report.Judged;
import org.ecgnet.hub.report.MachineClaim;
import org.ecgnet.hub.report.Overread;
import org.ecgnet.hub.report.Phrase;
import org.ecgnet.hub.report.PhraseTree;
import org.ecgnet.hub.report.Report;
import org.ecgnet.hub.report.ReportView;
import org.ecgnet.hub.report.Signature;

/** Reports for the browser. What is absent is left out. */
final class ReportJson {

    private ReportJson() {}

    static JsonObject view(ReportView view) {
        var json = new JsonObject()
                .put("reading", view.reading())
                .put("measurement", view.measurement())
                .put("withheld", view.withheld())
                .put("licence", view.licence())
                .put("claims", array(view.claims(), ReportJson::claim))
                .put("versions", array(view.versions(), ReportJson::version));
        view.machineLevel().ifPresent(level -> json.put("machineLevel", level.name()));
        view.draft()
                .ifPresent(draft -> json.put(
                        "draft",
                        overread(draft.overread())
                                .put("baseVersion", draft.baseVersion())
                                .put("savedAt", draft.savedAt().toString())));
        view.first().ifPresent(first -> json.put("first", first(first)));
        return json;
    }

    static JsonObject version(Report report) {
        JsonObject json = overread(report.overread())
                .put("version", report.version())
                .put("machineLevel", report.machineLevel().name())
                .put("complete", report.complete())
                .put("secondNeeded", report.secondNeeded())
                .put("claims", array(report.claims(), ReportJson::claim))
                .put("statements", array(report.statements(), ReportJson::phrase))
                .put("signatures", array(report.signatures(), ReportJson::signature));
        report.byHand().ifPresent(hand -> json.put("byHand", HandJson.of(hand)));
        return json;
    }

    static JsonObject phrases(PhraseTree tree, List<String> favourites) {
        return new JsonObject()
                .put("groups", array(tree.groups(), group -> new JsonObject()
                        .put("id", group.id())
                        .put("chinese", group.chinese())
                        .put("english", group.english())
                        .put("phrases", array(group.phrases(), ReportJson::phrase))))
                .put("favourites", new JsonArray(favourites));
    }

    private static JsonObject claim(MachineClaim claim) {
        var json = new JsonObject()
                .put("key", claim.key())
                .put("code", claim.code())
                .put("hard", claim.hard())
                .put("critical", claim.critical())
                .put("score", claim.score())
                .put("chinese", claim.chinese())
                .put("english", claim.english());
        claim.level().ifPresent(level -> json.put("level", level.name()));
        return json;
    }

    private static JsonObject overread(Overread overread) {
        return new JsonObject()
                .put("reading", overread.reading())
                .put("measurement", overread.measurement())
                .put("judged", array(overread.judged(), ReportJson::judged))
                .put("added", array(overread.added(), ReportJson::phrase))
                .put("description", overread.description())
                .put("conclusion", overread.conclusion())
                .put("level", overread.level().name())
                .put("levelReason", overread.levelReason())
                .put("amendmentReason", overread.amendmentReason());
    }

    private static JsonObject judged(Judged judged) {
        return new JsonObject()
                .put("key", judged.key())
                .put("decision", judged.decision().name())
                .put("words", judged.words())
                .put("alone", judged.chosenAlone());
    }

    private static JsonObject phrase(Phrase phrase) {
        return new JsonObject()
                .put("code", phrase.code())
                .put("chinese", phrase.chinese())
                .put("english", phrase.english());
    }

    private static JsonObject first(FirstImpression first) {
        return new JsonObject()
                .put("level", first.level().name())
                .put("codes", new JsonArray(first.codes()))
                .put("words", first.words())
                .put("at", first.at().toString());
    }

    private static JsonObject signature(Signature signature) {
        return new JsonObject()
                .put("name", signature.signer().name())
                .put("account", signature.signer().account())
                .put("licence", signature.signer().licence())
                .put("place", signature.signer().place())
                .put("at", signature.at().toString())
                .put("digest", signature.digest())
                .put("method", signature.seal().method())
                .put("night", signature.nightDoubleCheck());
    }

    private static <T> JsonArray array(List<T> values, Function<T, JsonObject> json) {
        return new JsonArray(values.stream().map(json).toList());
    }
}
