package org.ecgnet.hub.paging.channel.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for what is wrong with a signature that a receiver or sender cannot get right: an HMAC itself says only yes or no,
 * so the usual mistakes are tried one after the other. Pure. Never says a secret or a right signature.
 *
 * @param id value of {@code webhook-id}
 * @param timestamp of {@code webhook-timestamp}
 * @param body as it was sent, to the byte
 * @param signatures of {@code webhook-signature}
 */
public record SignatureTrial(String id, String timestamp, String body, String signatures) {

    private static final String VERSION = "v1,";

    /** What was found. */
    public enum Fault {
        NONE,
        ID_MISSING,
        TIMESTAMP_MISSING,
        TIMESTAMP_NOT_SECONDS,
        TIMESTAMP_IN_MILLISECONDS,
        TIMESTAMP_TOO_OLD,
        TIMESTAMP_IN_FUTURE,
        SIGNATURE_MISSING,
        SIGNATURE_WITHOUT_VERSION,
        SIGNATURE_OF_ANOTHER_VERSION,
        SIGNATURE_NOT_BASE64,
        SIGNATURE_OF_ANOTHER_LENGTH,
        /** Right but for white space at the body's end. */
        BODY_END,
        /** Right for other line ends. */
        BODY_LINE_ENDS,
        /** Right for a body without its byte order mark. */
        BODY_BYTE_ORDER_MARK,
        /** Right for the id with white space around it cut off. */
        ID_WHITE_SPACE,
        /** The id was left out of what was signed. */
        SIGNED_WITHOUT_ID,
        /** Only the body was signed. */
        SIGNED_BODY_ONLY,
        /** The secret's text was the key, not the bytes it stands for. */
        SECRET_NOT_DECODED,
        /** Right by a live secret of something else. */
        SECRET_OF_ANOTHER,
        /** None of the mistakes that are known: id, timestamp, body or secret differ. */
        SIGNATURE_WRONG
    }

    /**
     * @param secrets those that should have signed
     * @param others live secrets of the hub's other receivers
     */
    public Result by(List<WebhookSecret> secrets, List<WebhookSecret> others, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (id.isBlank()) {
            faults.add(Fault.ID_MISSING);
        }
        timestampFault(now).ifPresent(faults::add);
        Optional<Fault> form = formFault();
        form.ifPresent(faults::add);
        if (form.isPresent()) {
            return new Result(faults, Optional.empty());
        }
        Optional<Integer> match = agreeing(id + "." + timestamp + "." + body, secrets);
        if (match.isEmpty()) {
            faults.add(mistake(secrets, others));
        }
        return new Result(faults.isEmpty() ? List.of(Fault.NONE) : faults, match.map(index -> index + 1));
    }

    private Optional<Fault> timestampFault(Instant now) {
        if (timestamp.isBlank()) {
            return Optional.of(Fault.TIMESTAMP_MISSING);
        }
        if (timestamp.matches("\\d{13}")) {
            return Optional.of(Fault.TIMESTAMP_IN_MILLISECONDS);
        }
        try {
            Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
            if (age.abs().compareTo(StandardWebhooks.TOLERANCE) <= 0) {
                return Optional.empty();
            }
            return Optional.of(age.isNegative() ? Fault.TIMESTAMP_IN_FUTURE : Fault.TIMESTAMP_TOO_OLD);
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.of(Fault.TIMESTAMP_NOT_SECONDS);
        }
    }

    /** The best of several signatures counts: one of another version beside a good one is no fault. */
    private Optional<Fault> formFault() {
        if (signatures.isBlank()) {
            return Optional.of(Fault.SIGNATURE_MISSING);
        }
        Fault best = Fault.SIGNATURE_WITHOUT_VERSION;
        for (String one : signatures.strip().split("\\s+", -1)) {
            if (one.startsWith(VERSION)) {
                String base64 = one.substring(VERSION.length());
                if (base64.matches("[A-Za-z0-9+/]{43}=")) {
                    return Optional.empty();
                }
                best = base64.matches("[A-Za-z0-9+/]+={0,2}")
                        ? Fault.SIGNATURE_OF_ANOTHER_LENGTH
                        : Fault.SIGNATURE_NOT_BASE64;
            } else if (one.matches("v\\w+,.*")) {
                best = Fault.SIGNATURE_OF_ANOTHER_VERSION;
            }
        }
        return Optional.of(best);
    }

    private Fault mistake(List<WebhookSecret> secrets, List<WebhookSecret> others) {
        String head = id + "." + timestamp + ".";
        Map<String, Fault> signed = new LinkedHashMap<>();
        signed.put(head + body.stripTrailing(), Fault.BODY_END);
        signed.put(head + body + "\n", Fault.BODY_END);
        signed.put(head + body + "\r\n", Fault.BODY_END);
        signed.put(head + body.replace("\r\n", "\n"), Fault.BODY_LINE_ENDS);
        signed.put(head + body.replace("\r\n", "\n").replace("\n", "\r\n"), Fault.BODY_LINE_ENDS);
        signed.put(head + body.replace("\uFEFF", ""), Fault.BODY_BYTE_ORDER_MARK);
        signed.put(head + "\uFEFF" + body, Fault.BODY_BYTE_ORDER_MARK);
        signed.put(id.strip() + "." + timestamp.strip() + "." + body, Fault.ID_WHITE_SPACE);
        signed.put(timestamp + "." + body, Fault.SIGNED_WITHOUT_ID);
        signed.put(body, Fault.SIGNED_BODY_ONLY);
        for (Map.Entry<String, Fault> one : signed.entrySet()) {
            if (agreeing(one.getKey(), secrets).isPresent()) {
                return one.getValue();
            }
        }
        if (agreeing(
                        head + body,
                        secrets.stream().flatMap(WebhookSecret::misread).toList())
                .isPresent()) {
            return Fault.SECRET_NOT_DECODED;
        }
        return agreeing(head + body, others).isPresent() ? Fault.SECRET_OF_ANOTHER : Fault.SIGNATURE_WRONG;
    }

    /** Index of the first secret that signed this. */
    private Optional<Integer> agreeing(String signed, List<WebhookSecret> secrets) {
        for (int index = 0; index < secrets.size(); index++) {
            byte[] expected = StandardWebhooks.signature(signed.getBytes(StandardCharsets.UTF_8), secrets.get(index))
                    .getBytes(StandardCharsets.UTF_8);
            for (String one : signatures.strip().split("\\s+", -1)) {
                if (MessageDigest.isEqual(expected, one.getBytes(StandardCharsets.UTF_8))) {
                    return Optional.of(index);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * What the trial found.
     *
     * @param faults {@code NONE} alone, or what is wrong, most plainly wrong first
     * @param secret which of the live secrets signed, from 1
     */
    public record Result(List<Fault> faults, Optional<Integer> secret) {

        public Result {
            faults = List.copyOf(faults);
        }

        public boolean genuine() {
            return faults.equals(List.of(Fault.NONE));
        }
    }
}
