package org.ecgnet.hub.console.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.console.web.Requests;
import org.ecgnet.hub.report.Decision;
import org.ecgnet.hub.report.Judged;
import org.ecgnet.hub.report.Overread;
import org.ecgnet.hub.report.Phrase;
import org.ecgnet.hub.report.PhraseTree;

/** An overread as the page sends it; what is wrong with it is an {@link IllegalArgumentException} for people to read. */
final class OverreadBody {

    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST = 200;

    private OverreadBody() {}

    static Overread read(JsonObject body, PhraseTree phrases) {
        return new Overread(
                whole(body, "reading"),
                body.containsKey("measurement") ? whole(body, "measurement") : 0,
                judged(list(body, "judged")),
                added(list(body, "added"), phrases),
                text(body, "description"),
                text(body, "conclusion"),
                Requests.choice(TriageLevel.class, body, "level"),
                text(body, "levelReason"),
                text(body, "amendmentReason"));
    }

    private static List<Judged> judged(JsonArray sent) {
        List<Judged> judged = new ArrayList<>();
        for (JsonObject one : objects(sent)) {
            judged.add(new Judged(
                    Requests.text(one, "key"),
                    Requests.choice(Decision.class, one, "decision"),
                    text(one, "words"),
                    Boolean.TRUE.equals(one.getValue("alone"))));
        }
        return judged;
    }

    /** The tree's words stand for a code, whatever the page says they are; a text without a code is the reader's own. */
    private static List<Phrase> added(JsonArray sent, PhraseTree phrases) {
        List<Phrase> added = new ArrayList<>();
        for (JsonObject one : objects(sent)) {
            String code = Requests.text(one, "code");
            String words = text(one, "words");
            if (code.isEmpty() && words.isEmpty()) {
                throw new IllegalArgumentException("added: neither a code nor words (expected: one of them)");
            }
            Optional<Phrase> known = code.isEmpty() ? Optional.of(new Phrase("", words, words)) : phrases.find(code);
            added.add(known.orElseThrow(
                    () -> new IllegalArgumentException("added: " + code + " (expected: a code of the phrase tree)")));
        }
        return added;
    }

    private static List<JsonObject> objects(JsonArray sent) {
        if (sent.size() > MOST) {
            throw new IllegalArgumentException("entries: " + sent.size() + " (expected: " + MOST + " at most)");
        }
        List<JsonObject> objects = new ArrayList<>();
        for (int n = 0; n < sent.size(); n++) {
            if (!(sent.getValue(n) instanceof JsonObject object)) {
                throw new IllegalArgumentException("entries: no objects (expected: objects)");
            }
            objects.add(object);
        }
        return objects;
    }

    private static JsonArray list(JsonObject body, String key) {
        if (body.getValue(key, new JsonArray()) instanceof JsonArray array) {
            return array;
        }
        throw new IllegalArgumentException(key + ": no list (expected: a list)");
    }

    /** A whole number; 0 when it is not there. */
    static int whole(JsonObject body, String key) {
        if (body.getValue(key, 0) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(key + ": no whole number (expected: a whole number)");
    }

    private static String text(JsonObject body, String key) {
        if (!(body.getValue(key, "") instanceof String said)) {
            throw new IllegalArgumentException(key + ": no text (expected: a text)");
        }
        String text = said.strip();
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    key + ": " + text.length() + " characters (expected: " + LONGEST_TEXT + " at most)");
        }
        return text;
    }
}
