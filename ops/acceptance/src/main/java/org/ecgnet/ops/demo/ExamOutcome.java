package org.ecgnet.ops.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one exam of the demo went.
 *
 * @param findings the red and yellow findings in words, with their rule
 * @param samples of each lead in the hub's database
 * @param leads of the exam
 * @param wireBytes of its packed samples, as they came over the line
 * @param difference where the stored samples are not what the unit sent; empty when bit-exact
 * @param lastSampleAt by the clinic's clock, which on this machine is the hub's
 * @param storedAt when the clinic had the hub's word that all is stored
 * @param pageReceivedAt by the page receiver; before the last sample when the live watch saw it; empty when not red
 * @param acknowledged the read-back was taken
 */
record ExamOutcome(
        String clinic,
        String played,
        String examId,
        String level,
        boolean hard,
        List<String> findings,
        int samples,
        int leads,
        long wireBytes,
        Optional<String> difference,
        Instant lastSampleAt,
        Instant storedAt,
        Instant readingAt,
        Optional<Instant> pageReceivedAt,
        boolean acknowledged) {

    ExamOutcome {
        findings = List.copyOf(findings);
    }

    boolean red() {
        return level.equals("RED");
    }

    /** The same samples at 16 bits each. */
    long rawBytes() {
        return (long) samples * leads * Short.BYTES;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("clinic", clinic).put("played", played).put("examId", examId);
        json.put("level", level).put("hard", hard);
        ArrayNode lines = json.putArray("findings");
        findings.forEach(lines::add);
        json.put("wireBytes", wireBytes).put("rawBytes", rawBytes());
        json.put("samples", samples).put("bitExact", difference.isEmpty());
        difference.ifPresent(words -> json.put("difference", words));
        json.put("lastSampleToStoredMs", millis(storedAt)).put("lastSampleToReadingMs", millis(readingAt));
        pageReceivedAt.ifPresent(at -> json.put("lastSampleToPageMs", millis(at)));
        if (red()) {
            json.put("acknowledged", acknowledged);
        }
        return json;
    }

    private long millis(Instant later) {
        return Duration.between(lastSampleAt, later).toMillis();
    }
}
