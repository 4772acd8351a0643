package org.ecgnet.hub.report;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.exam.Ending;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.fiducial.HandMeasurement;
import org.ecgnet.hub.fiducial.HandRepository;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.report.ReportPolicy.SecondReader;
import org.ecgnet.hub.report.ReportRefusal.Reason;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.uplink.Bytes;

/** A version that may be signed, built from what the database says at this moment. */
record Unsigned(SignedExam exam, Report report) {

    /** @param samples SHA-256 of the exam's samples; empty when it never came */
    record SignedExam(Exam exam, Optional<Bytes> samples) {}

    static Desk<Unsigned> of(
            Transaction transaction,
            ExamId examId,
            int baseVersion,
            Overread overread,
            ReportPolicy policy,
            PhraseTree phrases) {
        if (transaction.repository(ExamRepository.class).find(examId).isEmpty()) {
            return refused(Reason.NO_SUCH_EXAM, "no exam " + examId);
        }
        Optional<StoredReading> reading = transaction
                .repository(ReadingRepository.class)
                .latest(examId)
                .filter(latest -> latest.origin() == StoredReading.Origin.ENGINE);
        if (reading.isEmpty()) {
            return refused(Reason.NOT_READ, "wait for the engine's reading");
        }
        Optional<Report> current =
                transaction.repository(ReportRepository.class).current(examId);
        int version = current.map(Report::version).orElse(0);
        if (version != baseVersion) {
            return refused(Reason.STALE, "version " + version + " was signed " + byWhom(current));
        }
        if (reading.get().number() != overread.reading()) {
            return refused(Reason.NEW_READING, "judge reading " + reading.get().number());
        }
        Optional<HandMeasurement> byHand =
                transaction.repository(HandRepository.class).latest(examId);
        if (byHand.map(HandMeasurement::number).orElse(0) != overread.measurement()) {
            return refused(
                    Reason.NEW_MARKS,
                    byHand.map(hand -> hand.by().name()).orElse("") + " moved marks: look at the measurements again");
        }
        return checked(transaction, examId, reading.get(), current, overread, policy, phrases);
    }

    private static Desk<Unsigned> checked(
            Transaction transaction,
            ExamId examId,
            StoredReading reading,
            Optional<Report> current,
            Overread overread,
            ReportPolicy policy,
            PhraseTree phrases) {
        List<MachineClaim> claims = MachineClaim.of(reading.reading(), phrases);
        TriageLevel machine = reading.reading().level();
        boolean open = transaction
                .repository(CaseRepository.class)
                .ofExam(examId)
                .filter(CriticalCase::open)
                .isPresent();
        Optional<ReportRefusal> problem = OverreadCheck.problem(claims, machine, overread, current.isPresent(), open);
        if (problem.isPresent()) {
            return new Desk.No<>(problem.get());
        }
        boolean red = overread.level() == TriageLevel.RED || machine == TriageLevel.RED;
        var report = new Report(
                examId,
                current.map(Report::version).orElse(0) + 1,
                claims,
                machine,
                overread,
                current.map(known -> known.author().digest()),
                red && policy.secondReader() == SecondReader.RED,
                transaction.repository(HandRepository.class).inForce(examId),
                List.of());
        return new Desk.Yes<>(new Unsigned(exam(transaction, examId), report));
    }

    static SignedExam exam(Transaction transaction, ExamId examId) {
        var exams = transaction.repository(ExamRepository.class);
        return new SignedExam(
                exams.find(examId).orElseThrow(), exams.ending(examId).map(Ending::sha256));
    }

    private static String byWhom(Optional<Report> current) {
        return current.map(report -> "by " + report.author().signer().name() + " at "
                        + report.author().at())
                .orElse("");
    }

    private static Desk<Unsigned> refused(Reason reason, String detail) {
        return new Desk.No<>(new ReportRefusal(reason, detail));
    }
}
