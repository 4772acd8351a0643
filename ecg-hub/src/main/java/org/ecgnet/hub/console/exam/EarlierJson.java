package org.ecgnet.hub.console.exam;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.ecgnet.hub.critical.ExamCode;
import org.ecgnet.hub.reading.EarlierExam;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.triage.prior.ChangeLimits;

/** The patient's earlier exams, the nearest first, and from what on a figure counts as changed against one. */
final class EarlierJson {

    private EarlierJson() {}

    static JsonObject of(ExamRoutes.Opened opened) {
        List<EarlierExam> earlier =
                opened.transaction().repository(ReadingRepository.class).earlier(opened.scope(), opened.exam());
        return new JsonObject()
                .put(
                        "earlier",
                        new JsonArray(earlier.stream().map(EarlierJson::exam).toList()))
                .put("limits", limits(ChangeLimits.STANDARD));
    }

    private static JsonObject exam(EarlierExam exam) {
        return new JsonObject()
                .put("id", exam.id().toString())
                .put("code", ExamCode.of(exam.id()))
                .put("takenAt", exam.takenAt().toString())
                .put("site", exam.site().value())
                .put("level", exam.level().name());
    }

    private static JsonObject limits(ChangeLimits limits) {
        return new JsonObject()
                .put("rateBpm", limits.rateBpm())
                .put("prMillis", limits.prMillis())
                .put("qrsMillis", limits.qrsMillis())
                .put("qtcMillis", limits.qtcMillis())
                .put("axisDegrees", limits.axisDegrees())
                .put("stRiseMicrovolts", limits.stRiseMicrovolts())
                .put("stFallMicrovolts", limits.stFallMicrovolts());
    }
}
