package org.ecgnet.hub.console.worklist;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.worklist.ReaderWork;
import org.ecgnet.hub.worklist.WorklistItem;
import org.ecgnet.hub.worklist.callback.CallBack;
import org.ecgnet.hub.worklist.claim.Claim;
import org.ecgnet.hub.worklist.turnaround.TurnaroundGoals;

/** A line of the worklist for the browser. What is absent is left out. */
public final class WorklistJson {

    private WorklistJson() {}

    /** @param hidden what the machine said of it is not told; poor quality is, since it asks for a repeat */
    static JsonObject of(WorklistItem item, boolean hidden) {
        JsonObject json = of(item);
        if (hidden) {
            json.put("withheld", true).put("hard", false).remove("headline");
            if (item.level().filter(TriageLevel.GREY::equals).isEmpty()) {
                json.remove("level");
            }
        }
        return json;
    }

    private static JsonObject of(WorklistItem item) {
        var json = new JsonObject()
                .put("examId", item.examId().toString())
                .put("site", item.site().value())
                .put("sex", item.sex().name())
                .put("symptoms", symptoms(item.symptoms()))
                .put("drill", item.drill())
                .put("state", state(item))
                .put("damaged", item.state() == ExamState.DAMAGED)
                .put(
                        "hard",
                        item.judgement().filter(WorklistItem.Judgement::hard).isPresent())
                .put("waitingSince", item.waitingSince().toString());
        item.maskedName().ifPresent(name -> json.put("patientName", name));
        item.ageYears().ifPresent(age -> json.put("ageYears", age));
        item.level().ifPresent(level -> json.put("level", level.name()));
        item.judgement()
                .flatMap(WorklistItem.Judgement::headline)
                .ifPresent(finding -> json.put(
                        "headline",
                        new JsonObject()
                                .put("rule", finding.rule())
                                .put("chinese", finding.chinese())
                                .put("english", finding.english())));
        item.progress().ifPresent(progress -> {
            json.put("caseId", progress.id().toString()).put("dispatchAccepted", progress.dispatchAccepted());
            progress.by().ifPresent(by -> json.put("stateBy", by));
            progress.heldUntil().ifPresent(until -> json.put("heldUntil", until.toString()));
        });
        item.clinicSeenAt().ifPresent(at -> json.put("clinicSeenAt", at.toString()));
        work(json, item.work());
        return json;
    }

    /** The same with its goals, while it waits. */
    static JsonObject of(WorklistItem item, boolean hidden, TurnaroundGoals goals) {
        JsonObject json = of(item, hidden).put("waits", item.waitsForReader());
        if (item.waitsForReader()) {
            item.level().map(goals::of).ifPresent(goal -> json.put(
                            "goalHalfSeconds", goal.half().toSeconds())
                    .put("goalSeconds", goal.nineTenths().toSeconds()));
        }
        return json;
    }

    /** Who has it, since when and how long. */
    public static JsonObject of(Claim claim) {
        return new JsonObject()
                .put("examId", claim.examId().toString())
                .put("account", claim.by().account())
                .put("by", claim.by().name())
                .put("since", claim.since().toString())
                .put("until", claim.leaseUntil().toString());
    }

    /** A clinic that asks to be called, without its words. */
    public static JsonObject of(CallBack wish) {
        var json = new JsonObject()
                .put("seq", wish.seq())
                .put("drill", wish.drill())
                .put("askedBy", wish.askedBy())
                .put("askedAt", wish.askedAt().toString());
        wish.taken().ifPresent(taken -> json.put("account", taken.by().account())
                .put("by", taken.by().name())
                .put("takenAt", taken.at().toString()));
        return json;
    }

    private static void work(JsonObject json, ReaderWork work) {
        work.claim().ifPresent(claim -> json.put("claim", of(claim)));
        work.signedAt().ifPresent(at -> json.put("signedAt", at.toString()));
        work.sentBack()
                .ifPresent(reason -> json.put(
                        "sentBack",
                        new JsonObject().put("chinese", reason.chinese()).put("english", reason.english())));
        work.offeredBy().ifPresent(person -> json.put("offeredBy", person.name()));
    }

    public static JsonArray symptoms(Symptoms symptoms) {
        var flags = new JsonArray();
        if (symptoms.chestPain()) {
            flags.add("chestPain");
        }
        if (symptoms.syncope()) {
            flags.add("syncope");
        }
        if (symptoms.dyspnoea()) {
            flags.add("dyspnoea");
        }
        if (symptoms.shock()) {
            flags.add("shock");
        }
        return flags;
    }

    private static String state(WorklistItem item) {
        if (item.progress().isPresent()) {
            return item.progress().get().step().name();
        }
        if (item.state() == ExamState.ARRIVING) {
            return "ARRIVING";
        }
        return item.judgement().isPresent() ? "READ" : "STORED";
    }
}
