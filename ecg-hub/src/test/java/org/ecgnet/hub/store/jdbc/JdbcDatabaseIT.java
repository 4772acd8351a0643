package org.ecgnet.hub.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.ecg.Symptoms;
import org.ecgnet.ecg.UnitId;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.exam.ExamState;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.site.Site;
import org.ecgnet.hub.site.SiteRepository;
import org.ecgnet.hub.store.DatabaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcDatabaseIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void aFailureTellsNothingOfThePatient() {
        Exam exam = new Exam(
                ExamId.of(NOW, 1, 1),
                new SiteCode("no-such-site"),
                new UnitId("unit-1"),
                "reference 12",
                "Dr Li",
                new Patient(Optional.of("王小明"), Optional.of("150802196903011234"), Sex.MALE, OptionalInt.of(57)),
                Symptoms.NONE,
                new SampleRate(500),
                Lead.INDEPENDENT_8,
                Collections.nCopies(8, LeadScale.MICROVOLT),
                NOW,
                NOW,
                Duration.ZERO,
                false,
                ExamState.ARRIVING,
                Optional.empty(),
                Bedside.NONE);

        DatabaseException failure = catchThrowableOfType(DatabaseException.class, () -> DATABASE.database()
                .transact(transaction ->
                        transaction.repository(ExamRepository.class).addIfAbsent(exam)));

        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(failure.retryable()).isFalse();
        assertThat(failure).hasMessageContaining("23503");
        assertThat(trace.toString()).doesNotContain("王小明", "150802196903011234");
    }

    @Test
    void workThatThrowsLeavesNothingBehind() {
        var site = new SiteCode("left-behind");
        catchThrowableOfType(
                IllegalStateException.class, () -> DATABASE.database().transact(transaction -> {
                    transaction.repository(SiteRepository.class).seen(site, NOW);
                    throw new IllegalStateException("half way");
                }));

        List<Site> sites = DATABASE.database()
                .inTransaction(transaction ->
                        transaction.repository(SiteRepository.class).all(Scope.COUNTY));
        assertThat(sites).extracting(Site::code).doesNotContain(site);
    }

    @Test
    void aLostConnectionIsWorthAnotherTry() {
        DatabaseException failure = catchThrowableOfType(
                DatabaseException.class, () -> DATABASE.database().transact(transaction -> {
                    transaction.repository(SiteRepository.class).all(Scope.COUNTY);
                    DATABASE.administer("select pg_terminate_backend(pid) from pg_stat_activity "
                            + "where state = 'idle in transaction' and datname = current_database()");
                    transaction.repository(SiteRepository.class).all(Scope.COUNTY);
                }));

        assertThat(failure.retryable()).isTrue();
        assertThat(DATABASE.count("site")).isNotNegative();
    }
}
