package org.ecgnet.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditRepositoryIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00.123456789Z");

    @Test
    void manyWhoAppendAtOnceMakeOneWholeChainAndATamperedRowIsFound() {
        ExamId exam = ExamId.of(NOW, 1, 2);
        CompletableFuture.allOf(IntStream.range(0, 40)
                        .mapToObj(number -> CompletableFuture.runAsync(() -> append(exam, number)))
                        .toArray(CompletableFuture[]::new))
                .orTimeout(60, java.util.concurrent.TimeUnit.SECONDS)
                .join();

        assertThat(check()).isEqualTo(new AuditCheck.Whole(40));
        List<AuditEntry> entries = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(AuditRepository.class).ofExam(exam));
        assertThat(entries)
                .extracting(AuditEntry::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());

        tamper();

        assertThat(check()).isInstanceOfSatisfying(AuditCheck.Broken.class, broken -> assertThat(broken.number())
                .isEqualTo(17));
    }

    @Test
    void theDatabaseItselfRefusesToChangeAnEntry() {
        Jdbi jdbi = jdbi();

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("update audit set detail = 'x'")))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("delete from audit")))
                .hasMessageContaining("append-only");
    }

    @Test
    void aLookIsRememberedForItsTimeOnly() {
        ExamId exam = ExamId.of(NOW, 3, 4);
        append(exam, 0);

        assertThat(happened(exam, NOW.minus(Duration.ofMinutes(1)))).isTrue();
        assertThat(happened(exam, NOW.plus(Duration.ofMinutes(1)))).isFalse();
    }

    private static boolean happened(ExamId exam, Instant since) {
        return DATABASE.database().inTransaction(transaction -> transaction
                .repository(AuditRepository.class)
                .happened("li", AuditAction.EXAM_OPENED, exam, since));
    }

    private static void append(ExamId exam, int number) {
        DATABASE.database().transact(transaction -> transaction
                .repository(AuditRepository.class)
                .append(new AuditEvent(
                        NOW.plusSeconds(number),
                        "li",
                        AuditAction.EXAM_OPENED,
                        Optional.of(exam),
                        Optional.of(new UUID(7, number)),
                        "第 " + number)));
    }

    private static AuditCheck check() {
        return DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(AuditRepository.class).check());
    }

    /** As somebody with the database's own password could. */
    private static void tamper() {
        jdbi().useHandle(handle -> {
            handle.execute("alter table audit disable trigger audit_append_only");
            handle.execute("update audit set actor = 'nobody' where number = 17");
            handle.execute("alter table audit enable trigger audit_append_only");
        });
    }

    private static Jdbi jdbi() {
        var address = DATABASE.address();
        return address.user().isEmpty()
                ? Jdbi.create(address.url())
                : Jdbi.create(address.url(), address.user(), address.password());
    }
}
