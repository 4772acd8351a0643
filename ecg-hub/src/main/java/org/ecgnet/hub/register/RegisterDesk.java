package org.ecgnet.hub.register;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CaseRule;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.register.RegisterRefusal.Reason;
import org.ecgnet.hub.report.ReportRepository;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;

/**
 * The register at work: its lines, what is written by hand, its files. Blocks on the database; safe for use by many
 * threads.
 */
public final class RegisterDesk {

    private final Database database;
    private final ClinicDirectory clinics;
    private final ZoneId zone;

    /** @param zone of every time in the register */
    public RegisterDesk(Database database, ClinicDirectory clinics, ZoneId zone) {
        this.database = database;
        this.clinics = clinics;
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Lines of the cases opened in the span, {@code to} excluded, by serial number. */
    public List<RegisterLine> between(Scope scope, Instant from, Instant to) {
        return database.inTransaction(transaction -> between(transaction, scope, from, to));
    }

    /** The line of a case, unmasked; that somebody saw it is in the audit. */
    public Optional<RegisterLine> open(UUID caseId, String account, Instant now) {
        return database.inTransaction(transaction -> {
            Optional<RegisterLine> line = transaction
                    .repository(CaseRepository.class)
                    .find(caseId)
                    .flatMap(known -> line(transaction, known));
            line.ifPresent(found -> audit(transaction, account, AuditAction.REGISTER_OPENED, found, "", now));
            return line;
        });
    }

    /** The line of this serial number; nobody is shown the patient. */
    public Optional<RegisterLine> numbered(Scope scope, long number) {
        return database.inTransaction(transaction -> transaction
                .repository(RegisterRepository.class)
                .caseOf(scope, number)
                .flatMap(id -> transaction.repository(CaseRepository.class).find(id))
                .flatMap(known -> line(transaction, known)));
    }

    /**
     * Writes a value by hand.
     *
     * @param seen the value that the writer saw there
     * @param reason why an earlier value is changed
     * @return empty when it is written
     */
    public Optional<RegisterRefusal> write(
            UUID caseId, RegisterColumn column, String seen, String value, String reason, Person person, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        return database.inTransaction(transaction -> {
            // The case's row is the lock: of two who write at once the second is told.
            Optional<RegisterLine> line = transaction
                    .repository(CaseRepository.class)
                    .lock(caseId)
                    .flatMap(known -> line(transaction, known));
            if (line.isEmpty()) {
                return Optional.of(new RegisterRefusal(Reason.NO_SUCH_LINE, "no case " + caseId));
            }
            Optional<RegisterRefusal> problem =
                    EditCheck.problem(column, line.get().byHand(column), seen, value, reason, now);
            if (problem.isEmpty()) {
                transaction
                        .repository(RegisterRepository.class)
                        .add(new RegisterEdit(caseId, column, value, reason, person.account(), person.name(), now));
                audit(transaction, person.account(), AuditAction.REGISTER_EDITED, line.get(), column.name(), now);
            }
            return problem;
        });
    }

    /** The lines of a file that is made for somebody; in the audit before they leave. */
    public List<RegisterLine> export(Scope scope, Instant from, Instant to, String account, String what, Instant now) {
        return database.inTransaction(transaction -> {
            List<RegisterLine> lines = between(transaction, scope, from, to);
            transaction
                    .repository(AuditRepository.class)
                    .append(AuditEvent.of(
                            now,
                            account,
                            AuditAction.REGISTER_EXPORTED,
                            what + ", " + lines.size() + " lines, " + from + " to " + to));
            return lines;
        });
    }

    private List<RegisterLine> between(Transaction transaction, Scope scope, Instant from, Instant to) {
        return transaction.repository(CaseRepository.class).openedBetween(scope, from, to).stream()
                .flatMap(known -> line(transaction, known).stream())
                .toList();
    }

    private Optional<RegisterLine> line(Transaction transaction, CriticalCase known) {
        return transaction
                .repository(ExamRepository.class)
                .find(known.examId())
                .map(exam -> new RegisterLine(
                        new RegisterRow(
                                known,
                                exam,
                                transaction.repository(CaseRepository.class).events(known.id())),
                        clinics.find(known.site()),
                        RegisterValues.of(known, readings(transaction, known)),
                        transaction.repository(ReportRepository.class).current(known.examId()),
                        transaction.repository(RegisterRepository.class).edits(known.id())));
    }

    private static List<StoredReading> readings(Transaction transaction, CriticalCase known) {
        var readings = transaction.repository(ReadingRepository.class);
        return known.rules().stream()
                .map(CaseRule::examId)
                .distinct()
                .flatMap(exam -> readings.ofExam(exam).stream())
                .toList();
    }

    private static void audit(
            Transaction transaction,
            String account,
            AuditAction action,
            RegisterLine line,
            String detail,
            Instant now) {
        transaction
                .repository(AuditRepository.class)
                .append(new AuditEvent(
                        now,
                        account,
                        action,
                        Optional.of(line.row().known().examId()),
                        Optional.of(line.row().known().id()),
                        detail));
    }
}
