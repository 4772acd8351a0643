package org.ecgnet.sim;

import java.util.ArrayList;
import java.util.List;

/** One JSON object on one line, for programs that read this one's output. */
record JsonLine(List<String> members) {

    JsonLine {
        members = List.copyOf(members);
    }

    static JsonLine event(String name) {
        return new JsonLine(List.of()).with("event", name);
    }

    JsonLine with(String name, String value) {
        return plus(quoted(name) + ":" + quoted(value));
    }

    JsonLine with(String name, long value) {
        return plus(quoted(name) + ":" + value);
    }

    private JsonLine plus(String member) {
        List<String> more = new ArrayList<>(members);
        more.add(member);
        return new JsonLine(more);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == '"' || one == '\\') {
                out.append('\\').append(one);
            } else if (one < ' ') {
                out.append(String.format("\\u%04x", (int) one));
            } else {
                out.append(one);
            }
        }
        return out.append('"').toString();
    }

    @Override
    public String toString() {
        return "{" + String.join(",", members) + "}";
    }
}
