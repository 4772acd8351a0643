package org.ecgnet.hub.paging.channel.gateway;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgnet.hub.paging.channel.PageMessage;

/**
 * A body with places such as <code>{address}</code>, filled so that no word of a page can break out of the form or the JSON string
 * it stands in.
 */
public final class GatewayTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    /** What a page can say: nothing by which a patient is known. */
    private static final Map<String, Function<PageMessage, String>> PLACES = Map.of(
            "id", PageMessage::id,
            "address", PageMessage::address,
            "contact", PageMessage::contact,
            "case", page -> page.caseNumber() == 0 ? "" : String.valueOf(page.caseNumber()),
            "site", PageMessage::siteName,
            "finding", page -> page.rules().isEmpty() ? "" : page.rules().get(0).chinese(),
            "link", PageMessage::link,
            "drill", page -> page.drill() ? "演练" : "");

    private final String text;
    private final UnaryOperator<String> escape;
    private final String mediaType;

    private GatewayTemplate(String text, UnaryOperator<String> escape, String mediaType) {
        this.text = text;
        this.escape = escape;
        this.mediaType = mediaType;
    }

    /**
     * @param json true for a JSON body, false for a form
     * @throws IllegalArgumentException for a place that no page has, naming those there are
     */
    public static GatewayTemplate of(String text, boolean json) {
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            if (!PLACES.containsKey(place.group(1))) {
                throw new IllegalArgumentException(
                        "body: {" + place.group(1) + "} (expected: one of " + new TreeMap<>(PLACES).keySet() + ")");
            }
        }
        if (!text.contains("{address}")) {
            throw new IllegalArgumentException("body: no {address} (expected: where the gateway reaches the contact)");
        }
        return json
                ? new GatewayTemplate(text, GatewayTemplate::inJson, "application/json; charset=utf-8")
                : new GatewayTemplate(
                        text,
                        value -> URLEncoder.encode(value, StandardCharsets.UTF_8),
                        "application/x-www-form-urlencoded; charset=utf-8");
    }

    byte[] body(PageMessage page) {
        String filled = PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(escape.apply(value(place.group(1), page))));
        return filled.getBytes(StandardCharsets.UTF_8);
    }

    private static String value(String place, PageMessage page) {
        Function<PageMessage, String> known = PLACES.get(place);
        return known == null ? "" : known.apply(page);
    }

    String mediaType() {
        return mediaType;
    }

    private static String inJson(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }
}
