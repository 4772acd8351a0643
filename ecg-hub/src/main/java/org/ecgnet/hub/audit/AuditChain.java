package org.ecgnet.hub.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;

/**
 * How entries hang together, and the check of a whole chain, entry by entry. One instance checks one chain; not safe
 * for use by many threads.
 */
public final class AuditChain {

    /** Stands for the hash before the first entry. */
    public static final String START = "0".repeat(64);

    private long number;
    private String hash = START;
    private Optional<AuditCheck.Broken> broken = Optional.empty();

    /**
     * SHA-256, lower-case hex, over the previous hash and every field as UTF-8, each preceded by its length in bytes:
     * no two entries share a form.
     */
    public static String hash(String previousHash, long number, AuditEvent event) {
        MessageDigest digest = sha256();
        for (String field : List.of(
                previousHash,
                Long.toString(number),
                event.at().toString(),
                event.actor(),
                event.action().name(),
                event.examId().map(ExamId::toString).orElse(""),
                event.caseId().map(UUID::toString).orElse(""),
                event.detail())) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The next entry of a chain that ends with this number and hash. */
    public static AuditEntry next(long number, String hash, AuditEvent event) {
        return new AuditEntry(number + 1, event, hash, hash(hash, number + 1, event));
    }

    /** Checks the next entry; after the first fault the rest is passed over. */
    public void accept(AuditEntry entry) {
        if (broken.isPresent()) {
            return;
        }
        if (entry.number() != number + 1) {
            broken = fault(number + 1, "entry is missing: the next one there is " + entry.number());
        } else if (!entry.previousHash().equals(hash)) {
            broken = fault(entry.number(), "does not follow the entry before it");
        } else if (!entry.hash().equals(hash(hash, entry.number(), entry.event()))) {
            broken = fault(entry.number(), "content does not agree with its hash");
        }
        number = entry.number();
        hash = entry.hash();
    }

    /** The outcome once every entry was accepted, held against the head that the store keeps apart. */
    public AuditCheck outcome(long headNumber, String headHash) {
        if (broken.isPresent()) {
            return broken.get();
        }
        if (number != headNumber || !hash.equals(headHash)) {
            return new AuditCheck.Broken(number + 1, "the chain ends at " + number + ", its head is " + headNumber);
        }
        return new AuditCheck.Whole(number);
    }

    private static Optional<AuditCheck.Broken> fault(long number, String reason) {
        return Optional.of(new AuditCheck.Broken(number, reason));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
