package org.ecgnet.hub.report;

import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.CaseRepository;
import org.ecgnet.hub.exam.ExamRepository;
import org.ecgnet.hub.fiducial.HandMeasurement;
import org.ecgnet.hub.fiducial.HandRepository;
import org.ecgnet.hub.reading.ReadingRepository;
import org.ecgnet.hub.reading.StoredReading;
import org.ecgnet.hub.store.Transaction;

/**
 * What a reader's page shows of an exam.
 *
 * @param reading number of the engine's reading to judge; 0 while there is none
 * @param measurement number of the last measurement by hand; 0 for none
 * @param withheld the claims are not shown before the reader has written his own
 * @param claims empty while they are withheld
 * @param versions oldest first
 * @param licence as the reader gave it last; may be empty
 */
public record ReportView(
        int reading,
        int measurement,
        boolean withheld,
        List<MachineClaim> claims,
        Optional<TriageLevel> machineLevel,
        List<Report> versions,
        Optional<ReportDraft> draft,
        Optional<FirstImpression> first,
        String licence) {

    static Optional<ReportView> of(
            Transaction transaction, ExamId examId, String account, ReportPolicy policy, PhraseTree phrases) {
        if (transaction.repository(ExamRepository.class).find(examId).isEmpty()) {
            return Optional.empty();
        }
        var reports = transaction.repository(ReportRepository.class);
        Optional<StoredReading> reading = transaction
                .repository(ReadingRepository.class)
                .latest(examId)
                .filter(latest -> latest.origin() == StoredReading.Origin.ENGINE);
        List<Report> versions = reports.versions(examId);
        boolean withheld = withheld(transaction, examId, account, policy);
        return Optional.of(new ReportView(
                reading.map(StoredReading::number).orElse(0),
                transaction
                        .repository(HandRepository.class)
                        .latest(examId)
                        .map(HandMeasurement::number)
                        .orElse(0),
                withheld,
                withheld
                        ? List.of()
                        : reading.map(read -> MachineClaim.of(read.reading(), phrases))
                                .orElse(List.of()),
                withheld ? Optional.empty() : reading.map(read -> read.reading().level()),
                versions,
                reports.draft(examId, account),
                reports.first(examId, account),
                reports.licence(account)));
    }

    /**
     * True while this reader may not see what the machine said: the county reads first, the exam is neither red nor
     * yellow and has no case, nobody has signed it, and he has not written his own yet.
     */
    public static boolean withheld(Transaction transaction, ExamId examId, String account, ReportPolicy policy) {
        if (!policy.readFirst()) {
            return false;
        }
        boolean urgent = transaction
                .repository(ReadingRepository.class)
                .latest(examId)
                .map(read -> read.reading().level())
                .filter(level -> level == TriageLevel.RED || level == TriageLevel.YELLOW)
                .isPresent();
        var reports = transaction.repository(ReportRepository.class);
        return !urgent
                && transaction.repository(CaseRepository.class).ofExam(examId).isEmpty()
                && reports.current(examId).isEmpty()
                && reports.first(examId, account).isEmpty();
    }
}
