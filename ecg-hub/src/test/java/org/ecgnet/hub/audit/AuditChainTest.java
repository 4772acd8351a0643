package org.ecgnet.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00.123456Z");

    @Test
    void aWholeChainIsFoundWhole() {
        assertThat(check(chain(5), 5)).isEqualTo(new AuditCheck.Whole(5));
    }

    @Test
    void anEmptyChainIsWhole() {
        assertThat(new AuditChain().outcome(0, AuditChain.START)).isEqualTo(new AuditCheck.Whole(0));
    }

    @Test
    void aChangedDetailBreaksItsOwnEntry() {
        List<AuditEntry> entries = chain(5);
        AuditEntry third = entries.get(2);
        AuditEvent other =
                AuditEvent.of(third.event().at(), "wang", third.event().action(), "something else");
        entries.set(2, new AuditEntry(third.number(), other, third.previousHash(), third.hash()));

        assertThat(check(entries, 5))
                .isInstanceOfSatisfying(AuditCheck.Broken.class, broken -> assertThat(broken.number())
                        .isEqualTo(3));
    }

    @Test
    void anEntryChangedTogetherWithItsHashBreaksTheNext() {
        List<AuditEntry> entries = chain(5);
        entries.set(
                2, AuditChain.next(2, entries.get(1).hash(), AuditEvent.of(NOON, "wang", AuditAction.SIGNED_IN, "x")));

        assertThat(check(entries, 5))
                .isInstanceOfSatisfying(AuditCheck.Broken.class, broken -> assertThat(broken.number())
                        .isEqualTo(4));
    }

    @Test
    void aRemovedEntryIsMissed() {
        List<AuditEntry> entries = chain(5);
        entries.remove(1);

        assertThat(check(entries, 5))
                .isInstanceOfSatisfying(AuditCheck.Broken.class, broken -> assertThat(broken.number())
                        .isEqualTo(2));
    }

    @Test
    void entriesCutOffTheEndAreMissedByTheHead() {
        List<AuditEntry> entries = chain(5);
        var chain = new AuditChain();
        entries.subList(0, 3).forEach(chain::accept);

        assertThat(chain.outcome(5, entries.get(4).hash())).isInstanceOf(AuditCheck.Broken.class);
    }

    @Test
    void fieldsThatRunTogetherInTextHaveDifferentHashes() {
        AuditEvent one = AuditEvent.of(NOON, "ab", AuditAction.SIGNED_IN, "c");
        AuditEvent other = AuditEvent.of(NOON, "a", AuditAction.SIGNED_IN, "bc");

        assertThat(AuditChain.hash(AuditChain.START, 1, one)).isNotEqualTo(AuditChain.hash(AuditChain.START, 1, other));
    }

    private static AuditCheck check(List<AuditEntry> entries, long headNumber) {
        var chain = new AuditChain();
        entries.forEach(chain::accept);
        return chain.outcome(headNumber, entries.get(entries.size() - 1).hash());
    }

    private static List<AuditEntry> chain(int length) {
        List<AuditEntry> entries = new ArrayList<>();
        String hash = AuditChain.START;
        for (int number = 0; number < length; number++) {
            AuditEvent event = AuditEvent.of(NOON.plusSeconds(number), "li", AuditAction.EXAM_OPENED, "exam " + number);
            AuditEntry entry = AuditChain.next(number, hash, event);
            entries.add(entry);
            hash = entry.hash();
        }
        return entries;
    }
}
