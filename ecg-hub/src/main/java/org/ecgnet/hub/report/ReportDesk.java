package org.ecgnet.hub.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditEvent;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.event.HubEvent;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.report.ReportRefusal.Reason;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.store.Database;
import org.ecgnet.hub.store.Transaction;

/**
 * What readers do about reports. A signature is sealed before anything is locked; then, with the exam locked, all is
 * checked once more and stored with the word to the clinic and the line in the audit. Two who sign at once: the second
 * is told that he is not the first, and his words stay his draft. Blocks on the database and the signature service; safe
 * for use by many threads.
 */
public final class ReportDesk {

    private static final int LONGEST_LICENCE = 64;

    private final Database database;
    private final HubEvents events;
    private final ReportPolicy policy;
    private final Sealer sealer;
    private final PhraseTree phrases;

    public ReportDesk(Database database, HubEvents events, ReportPolicy policy, Sealer sealer, PhraseTree phrases) {
        this.database = database;
        this.events = events;
        this.policy = policy;
        this.sealer = sealer;
        this.phrases = phrases;
    }

    public ReportPolicy policy() {
        return policy;
    }

    public PhraseTree phrases() {
        return phrases;
    }

    /**
     * Signs a first report, or amends the version it was begun on.
     *
     * @param baseVersion the version that the reader saw, 0 for none
     */
    public ReportAnswer sign(ExamId examId, Signer signer, int baseVersion, Overread overread, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        Desk<Unsigned> prepared = database.inTransaction(transaction -> {
            Desk<Unsigned> desk = prepare(transaction, examId, signer, baseVersion, overread);
            transaction
                    .repository(ReportRepository.class)
                    .keepDraft(examId, signer.account(), new ReportDraft(baseVersion, overread, now));
            return desk;
        });
        if (prepared instanceof Desk.No<Unsigned> no) {
            return refused(examId, signer, no.refusal(), now);
        }
        Unsigned unsigned = ((Desk.Yes<Unsigned>) prepared).value();
        Signature signature;
        try {
            signature = seal(unsigned.report(), unsigned.exam(), 1, signer, false, now);
        } catch (SealException e) {
            return refused(examId, signer, refusal(Reason.SEAL_FAILED, String.valueOf(e.getMessage())), now);
        }
        return store(examId, signer, now, transaction -> {
            transaction.repository(org.ecgnet.hub.exam.ExamRepository.class).lock(examId);
            Desk<Unsigned> again = prepare(transaction, examId, signer, baseVersion, overread);
            if (again instanceof Desk.No<Unsigned> no) {
                return new Outcome(new ReportAnswer.Refused(no.refusal()), List.of());
            }
            Report report = ((Desk.Yes<Unsigned>) again).value().report().signed(signature);
            var reports = transaction.repository(ReportRepository.class);
            reports.add(report);
            reports.dropDraft(examId, signer.account());
            return done(transaction, unsigned.exam(), report, signer, now);
        });
    }

    /**
     * Signs the version as its second reader.
     *
     * @param own the colour that this reader chose by himself
     */
    public ReportAnswer signSecond(ExamId examId, Signer signer, int version, TriageLevel own, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        Desk<Unsigned> prepared =
                database.inTransaction(transaction -> second(transaction, examId, signer, version, own, now));
        if (prepared instanceof Desk.No<Unsigned> no) {
            return refused(examId, signer, no.refusal(), now);
        }
        Unsigned known = ((Desk.Yes<Unsigned>) prepared).value();
        boolean alone = known.report().author().signer().account().equals(signer.account());
        Signature signature;
        try {
            signature = seal(known.report(), known.exam(), 2, signer, alone, now);
        } catch (SealException e) {
            return refused(examId, signer, refusal(Reason.SEAL_FAILED, String.valueOf(e.getMessage())), now);
        }
        return store(examId, signer, now, transaction -> {
            transaction.repository(org.ecgnet.hub.exam.ExamRepository.class).lock(examId);
            Desk<Unsigned> again = second(transaction, examId, signer, version, own, now);
            if (again instanceof Desk.No<Unsigned> no) {
                return new Outcome(new ReportAnswer.Refused(no.refusal()), List.of());
            }
            transaction.repository(ReportRepository.class).addSecond(examId, version, signature);
            return done(transaction, known.exam(), known.report().signed(signature), signer, now);
        });
    }

    /** The reader begins to look at the ECG anew, before the second signature. */
    public void look(ExamId examId, int version, String account, Instant now) {
        database.transact(
                transaction -> transaction.repository(ReportRepository.class).looked(examId, version, account, now));
    }

    /** Keeps what the reader has written so far. */
    public void keepDraft(ExamId examId, String account, int baseVersion, Overread overread, Instant now) {
        database.transact(transaction -> transaction
                .repository(ReportRepository.class)
                .keepDraft(examId, account, new ReportDraft(baseVersion, overread, now)));
    }

    /** What the reader says before he is shown the machine's claims. @return false when he has said so before */
    public boolean commitFirst(ExamId examId, String account, FirstImpression first) {
        return database.inTransaction(
                transaction -> transaction.repository(ReportRepository.class).commitFirst(examId, account, first));
    }

    /** Everything that the reader's page shows of the exam; empty for an exam that is not there. */
    public Optional<ReportView> view(ExamId examId, String account) {
        return database.inTransaction(transaction -> ReportView.of(transaction, examId, account, policy, phrases));
    }

    public List<String> favourites(String account) {
        return database.inTransaction(
                transaction -> transaction.repository(ReportRepository.class).favourites(account));
    }

    /** Codes that the tree does not know are left out. */
    public void keepFavourites(String account, List<String> codes) {
        List<String> known = codes.stream()
                .filter(code -> phrases.find(code).isPresent())
                .distinct()
                .toList();
        database.transact(
                transaction -> transaction.repository(ReportRepository.class).keepFavourites(account, known));
    }

    /** How often readers agreed with the machine, by code. */
    public Agreement.Figures agreement(Scope scope, Instant from, Instant to) {
        return database.inTransaction(
                transaction -> transaction.repository(ReportRepository.class).agreement(scope, from, to));
    }

    private Desk<Unsigned> prepare(
            Transaction transaction, ExamId examId, Signer signer, int baseVersion, Overread overread) {
        if (signer.licence().length() > LONGEST_LICENCE) {
            return new Desk.No<>(refusal(Reason.LICENCE_UNFIT, "64 characters at most"));
        }
        return Unsigned.of(transaction, examId, baseVersion, overread, policy, phrases);
    }

    private Desk<Unsigned> second(
            Transaction transaction, ExamId examId, Signer signer, int version, TriageLevel own, Instant now) {
        var reports = transaction.repository(ReportRepository.class);
        Optional<Report> current = reports.current(examId);
        if (current.isEmpty() || current.get().version() != version) {
            return new Desk.No<>(refusal(
                    current.isEmpty() ? Reason.NO_REPORT : Reason.STALE, "the version to sign is another one now"));
        }
        Optional<ReportRefusal> problem = SecondReading.problem(
                policy, current.get(), signer.account(), own, reports.lookedAt(examId, version, signer.account()), now);
        return problem.<Desk<Unsigned>>map(Desk.No::new)
                .orElseGet(() -> new Desk.Yes<>(new Unsigned(Unsigned.exam(transaction, examId), current.get())));
    }

    private Signature seal(
            Report report, Unsigned.SignedExam exam, int ordinal, Signer signer, boolean alone, Instant now) {
        CanonicalReport canonical = CanonicalReport.of(report, exam.samples(), ordinal, signer, now);
        return new Signature(signer, now, canonical.digest(), sealer.seal(canonical, signer), alone);
    }

    private Outcome done(Transaction transaction, Unsigned.SignedExam exam, Report report, Signer signer, Instant now) {
        if (!signer.licence().isBlank()) {
            transaction.repository(ReportRepository.class).keepLicence(signer.account(), signer.licence());
        }
        transaction
                .repository(AuditRepository.class)
                .append(new AuditEvent(
                        now,
                        signer.account(),
                        AuditAction.REPORT_SIGNED,
                        Optional.of(report.examId()),
                        Optional.empty(),
                        "version " + report.version() + ", signature "
                                + report.signatures().size() + ", "
                                + report.overread().level()));
        List<HubEvent> after = ReportNews.within(transaction, exam.exam(), report, signer, now);
        return new Outcome(new ReportAnswer.Signed(report), after);
    }

    private ReportAnswer store(
            ExamId examId, Signer signer, Instant now, java.util.function.Function<Transaction, Outcome> work) {
        Outcome outcome = database.inTransaction(work);
        outcome.after().forEach(events::publish);
        return outcome.answer() instanceof ReportAnswer.Refused no
                ? refused(examId, signer, no.refusal(), now)
                : outcome.answer();
    }

    private ReportAnswer refused(ExamId examId, Signer signer, ReportRefusal refusal, Instant now) {
        if (refusal.reason() != Reason.NO_SUCH_EXAM) {
            database.transact(transaction -> transaction
                    .repository(AuditRepository.class)
                    .append(new AuditEvent(
                            now,
                            signer.account(),
                            AuditAction.REPORT_REFUSED,
                            Optional.of(examId),
                            Optional.empty(),
                            refusal.reason().name())));
        }
        return new ReportAnswer.Refused(refusal);
    }

    static ReportRefusal refusal(Reason reason, String detail) {
        return new ReportRefusal(reason, detail);
    }

    /** What a transaction did, and what to tell once it is committed. */
    private record Outcome(ReportAnswer answer, List<HubEvent> after) {}
}
