package org.ecgnet.hub.console.account;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;
import org.ecgnet.hub.console.web.Requests;

/**
 * What somebody typed to be let in or to change how: empty where a field was left out. {@link #toString()} tells nothing.
 *
 * @param code of the second factor, or a recovery code
 */
public record Typed(String name, char[] password, String code) {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_PASSWORD = 256;
    private static final int LONGEST_CODE = 40;

    /** Of the body; empty when it is no JSON object or longer than anybody types. */
    public static Optional<Typed> of(RoutingContext context) {
        return Requests.body(context)
                .map(body ->
                        new Typed(text(body, "name"), text(body, "password").toCharArray(), text(body, "code")))
                .filter(typed -> typed.name.length() <= LONGEST_NAME
                        && typed.password.length <= LONGEST_PASSWORD
                        && typed.code.length() <= LONGEST_CODE);
    }

    private static String text(JsonObject body, String key) {
        return body.getValue(key, "") instanceof String text ? text : "";
    }

    /** Takes the password out of memory. */
    void wipe() {
        Arrays.fill(password, '\0');
    }

    @Override
    public String toString() {
        return "Typed[***]";
    }
}
