package org.ecgnet.hub.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.critical.CaseOpener;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.downlink.DownlinkRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.store.Transaction;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingLine;
import org.ecgnet.protocol.uplink.DownlinkMessage.ReadingReady;

/** Who is told of a signature: the clinic once nobody else must sign, and for a new red the whole ladder at once. */
final class ReportNews {

    private ReportNews() {}

    static List<HubEvent> within(Transaction transaction, Exam exam, Report report, Signer signer, Instant now) {
        List<HubEvent> after = new ArrayList<>();
        after.add(new HubEvent.ReportSigned(exam.id(), exam.site()));
        if (report.overread().level() == TriageLevel.RED && report.signatures().size() == 1) {
            // A red is paged at the first signature: a second reader must not hold it back.
            Phrase what = report.statements().stream()
                    .findFirst()
                    .orElseGet(() -> new Phrase(
                            "",
                            report.overread().conclusion(),
                            report.overread().conclusion()));
            after.addAll(CaseOpener.raise(
                    transaction,
                    exam,
                    new Person(signer.account(), signer.name()),
                    report.overread().reading(),
                    what.chinese(),
                    what.english(),
                    now));
        }
        if (report.complete()) {
            transaction.repository(DownlinkRepository.class).add(exam.site(), message(report), now);
            after.add(new HubEvent.DownlinkWaiting(exam.site()));
        }
        return after;
    }

    private static ReadingReady message(Report report) {
        List<ReadingLine> lines = new ArrayList<>();
        report.statements().forEach(said -> lines.add(new ReadingLine(said.code(), said.chinese(), said.english())));
        String conclusion = report.overread().conclusion();
        if (!conclusion.isBlank()) {
            lines.add(new ReadingLine("", conclusion, conclusion));
        }
        boolean hard = report.overread().level() == TriageLevel.RED
                && report.claims().stream().anyMatch(claim -> claim.hard() && !rejected(report, claim));
        return new ReadingReady(
                report.examId(),
                report.overread().level(),
                hard,
                lines,
                Optional.of(report.author().signer().name()));
    }

    private static boolean rejected(Report report, MachineClaim claim) {
        return report.judged(claim.key())
                .filter(judged -> judged.decision() == Decision.REJECTED)
                .isPresent();
    }
}
