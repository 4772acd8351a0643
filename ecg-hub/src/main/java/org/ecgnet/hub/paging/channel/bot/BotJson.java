package org.ecgnet.hub.paging.channel.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the bots have in common: JSON and HMAC-SHA256. */
final class BotJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private BotJson() {}

    static byte[] bytes(Map<String, Object> body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of text are JSON", e);
        }
    }

    /** The answer; a missing node when it is no JSON. */
    static JsonNode read(String answer) {
        try {
            JsonNode node = MAPPER.readTree(answer);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** What a code says that is 0 when the message stands in the chat, and one number when the bot is spoken to too fast. */
    static Optional<BotProtocol.Refusal> refusal(JsonNode code, String tooFast, Duration pause) {
        String said = code.asText("missing");
        return said.equals("0")
                ? Optional.empty()
                : Optional.of(new BotProtocol.Refusal(
                        "code " + said, said.equals(tooFast) ? Optional.of(pause) : Optional.empty()));
    }

    static String hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }
}
