package org.ecgnet.hub.console.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.ecgnet.hub.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How routes answer. */
public final class Answers {

    private static final Logger LOGGER = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    public static void json(RoutingContext context, JsonObject body) {
        json(context, 200, body);
    }

    public static void json(RoutingContext context, int status, JsonObject body) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .end(body.encode());
    }

    /** A file to keep, under this name. */
    public static void file(RoutingContext context, String type, String name, byte[] bytes) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .end(Buffer.buffer(bytes));
    }

    public static void refuse(RoutingContext context, int status, String reason) {
        json(context, status, new JsonObject().put("reason", reason));
    }

    /** Why something cannot be done, in both languages; {@code code} is for the page, which may say it in other words. */
    public static JsonObject refusal(String code, String chinese, String english) {
        return new JsonObject()
                .put("code", code)
                .put("chinese", chinese)
                .put("english", english)
                .put("reason", english);
    }

    /** Answers 404 or another status with a refusal. */
    public static void refuse(RoutingContext context, int status, String code, String chinese, String english) {
        json(context, status, refusal(code, chinese, english));
    }

    /** Answers 429: somebody must wait. */
    public static void tooMany(RoutingContext context, Duration retryAfter) {
        long seconds = retryAfter.plusMillis(999).toSeconds();
        context.response().putHeader("Retry-After", Long.toString(seconds));
        json(context, 429, new JsonObject().put("reason", "too many failures").put("retryAfterSeconds", seconds));
    }

    public static void nothing(RoutingContext context) {
        context.response().setStatusCode(204).end();
    }

    /** What failed is logged here once, and the asker is told no more than that it did. */
    public static void failed(RoutingContext context) {
        int status = context.statusCode() > 0 ? context.statusCode() : 500;
        Throwable failure = context.failure();
        if (failure instanceof DatabaseException) {
            LOGGER.warn("{} {}: {}", context.request().method(), context.currentRoute(), failure.getMessage());
            status = 503;
        } else if (failure != null && status >= 500) {
            LOGGER.error("{} {} failed", context.request().method(), context.normalizedPath(), failure);
        }
        if (!context.response().ended() && !context.response().headWritten()) {
            refuse(context, status, status == 503 ? "the database does not answer" : "HTTP " + status);
        }
    }
}
