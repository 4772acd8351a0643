package org.ecgnet.hub.report.pdf;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.fiducial.HandRepository;
import org.ecgnet.hub.paper.FontShelf;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.report.Report;
import org.ecgnet.hub.report.ReportPolicy;
import org.ecgnet.hub.report.ReportRepository;
import org.ecgnet.hub.report.ReportView;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;

/** Makes the paper of a stored exam for somebody, with its line in the audit. Blocks; safe for use by many threads. */
public final class ReportPrinter {

    private final Database database;
    private final ClinicDirectory clinics;
    private final ReportPolicy policy;
    private final String county;
    private final FontShelf fonts;

    /** @param county as the head of the paper names it */
    public ReportPrinter(
            Database database, ClinicDirectory clinics, ReportPolicy policy, String county, FontShelf fonts) {
        this.database = database;
        this.clinics = clinics;
        this.policy = policy;
        this.county = county;
        this.fonts = fonts;
    }

    /** What came of it. */
    public sealed interface Printed {
        record File(byte[] pdf) implements Printed {}

        /** No such exam or version. */
        record Missing() implements Printed {}

        /** This reader has not written his own yet. */
        record Withheld() implements Printed {}
    }

    /**
     * @param version of the report; empty for the latest, or the automatic paper when nobody has signed
     * @param from first second to draw
     * @throws org.ecgnet.hub.paper.PaperException when no paper can be made
     */
    public Printed print(
            ExamId examId, OptionalInt version, PaperLayout layout, double from, String account, Instant now) {
        Optional<Printed> refused = database.inTransaction(transaction -> refused(transaction, examId, account));
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<ReportPaper> paper =
                database.inTransaction(transaction -> paper(transaction, examId, version, layout, from, now));
        if (paper.isEmpty()) {
            return new Printed.Missing();
        }
        byte[] pdf = ReportPdf.write(paper.get(), fonts.fonts());
        database.transact(transaction -> transaction
                .repository(AuditRepository.class)
                .append(new AuditEvent(
                        now,
                        account,
                        AuditAction.REPORT_PRINTED,
                        Optional.of(examId),
                        Optional.empty(),
                        paper.get()
                                .report()
                                .map(report -> "version " + report.version())
                                .orElse("unconfirmed"))));
        return new Printed.File(pdf);
    }

    private Optional<Printed> refused(Transaction transaction, ExamId examId, String account) {
        if (transaction.repository(ExamRepository.class).find(examId).isEmpty()) {
            return Optional.of(new Printed.Missing());
        }
        return ReportView.withheld(transaction, examId, account, policy)
                ? Optional.of(new Printed.Withheld())
                : Optional.empty();
    }

    private Optional<ReportPaper> paper(
            Transaction transaction, ExamId examId, OptionalInt version, PaperLayout layout, double from, Instant now) {
        var exams = transaction.repository(ExamRepository.class);
        Exam exam = exams.find(examId).orElseThrow();
        List<Report> versions = transaction.repository(ReportRepository.class).versions(examId);
        Optional<Report> report = versions.stream()
                .filter(known -> version.isEmpty() || known.version() == version.getAsInt())
                .max(Comparator.comparingInt(Report::version));
        if (version.isPresent() && report.isEmpty()) {
            return Optional.empty();
        }
        List<StoredReading> readings =
                transaction.repository(ReadingRepository.class).ofExam(examId);
        Optional<StoredReading> reading = readings.stream()
                .filter(read -> report.isEmpty()
                        || read.number() == report.get().overread().reading())
                .max(Comparator.comparingInt(StoredReading::number));
        return Optional.of(new ReportPaper(
                county,
                clinics.find(exam.site()).name(),
                exam,
                exams.recording(examId),
                reading,
                report,
                report.map(Report::byHand)
                        .orElseGet(() ->
                                transaction.repository(HandRepository.class).inForce(examId)),
                exams.ending(examId)
                        .map(end -> HexFormat.of().formatHex(end.sha256().toArray()))
                        .orElse(""),
                layout,
                from,
                policy.zone(),
                now));
    }
}
