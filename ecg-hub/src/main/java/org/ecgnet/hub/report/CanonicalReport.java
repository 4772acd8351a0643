package org.ecgnet.hub.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.ecgnet.hub.fiducial.HandMeasurement;
import org.ecgnet.protocol.uplink.Bytes;

/**
 * The text that is signed: one line a field, {@code name=length:value} with the length in UTF-8 bytes, so that no value
 * can look like another field. The same report gives the same text on every hub.
 */
public record CanonicalReport(String text) {

    private static final String FORM = "ecgnet-report/1";

    /**
     * @param samples SHA-256 of the exam's samples; empty when it never came
     * @param ordinal 1 for the author, 2 for the second reader
     */
    static CanonicalReport of(Report report, Optional<Bytes> samples, int ordinal, Signer signer, Instant at) {
        var lines = new Lines();
        lines.add("form", FORM);
        lines.add("exam", report.examId().toString());
        lines.add(
                "samples",
                samples.map(bytes -> HexFormat.of().formatHex(bytes.toArray())).orElse(""));
        lines.add("version", String.valueOf(report.version()));
        lines.add("previous", report.previousDigest().orElse(""));
        Overread overread = report.overread();
        lines.add("reading", String.valueOf(overread.reading()));
        lines.add("machine-level", report.machineLevel().name());
        for (MachineClaim claim : report.claims()) {
            lines.add("claim", claim.key());
            lines.add("claim-zh", claim.chinese());
            lines.add("claim-en", claim.english());
        }
        for (Judged judged : overread.judged()) {
            lines.add("judged", judged.key());
            lines.add("decision", judged.decision().name());
            lines.add("words", judged.words());
        }
        for (Phrase added : overread.added()) {
            lines.add("added", added.code());
            lines.add("added-zh", added.chinese());
            lines.add("added-en", added.english());
        }
        // A report without marks by hand has the text it had before there were any.
        report.byHand().ifPresent(hand -> measured(hand, lines));
        lines.add("description", overread.description());
        lines.add("conclusion", overread.conclusion());
        lines.add("level", overread.level().name());
        lines.add("level-reason", overread.levelReason());
        lines.add("amendment", overread.amendmentReason());
        if (ordinal > 1) {
            lines.add("first-signature", report.author().digest());
        }
        lines.add("signer", signer.account());
        lines.add("name", signer.name());
        lines.add("licence", signer.licence());
        lines.add("place", signer.place());
        lines.add("at", at.toString());
        return new CanonicalReport(lines.text.toString());
    }

    private static void measured(HandMeasurement hand, Lines lines) {
        lines.add("measured-by", hand.by().account());
        lines.add("measured-by-name", hand.by().name());
        lines.add("measured-at", hand.at().toString());
        lines.add("beat-rate", String.valueOf(hand.rate()));
        hand.marks().samples().forEach((mark, sample) -> lines.add("mark-" + mark.label(), String.valueOf(sample)));
        // Where the hand left J and the QRS onset alone, ST is the machine's and the text what it was before.
        if (hand.movesSt()) {
            hand.st()
                    .forEach((lead, level) ->
                            lines.add("st-" + lead.label(), Math.round(level.j()) + " " + Math.round(level.j60())));
        }
    }

    /** SHA-256 of the text, in hexadecimal. */
    public String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    /** Without its words: they are a patient's. */
    @Override
    public String toString() {
        return "CanonicalReport[" + digest() + "]";
    }

    private static final class Lines {
        private final StringBuilder text = new StringBuilder();

        void add(String name, String value) {
            text.append(name)
                    .append('=')
                    .append(value.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(value)
                    .append('\n');
        }
    }
}
