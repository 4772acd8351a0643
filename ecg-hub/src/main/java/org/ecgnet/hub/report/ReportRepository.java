package org.ecgnet.hub.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.site.Scope;

/** Signed reports, which are only added to, and what readers keep beside them. */
public interface ReportRepository {

    /** A version with its author's signature. */
    void add(Report report);

    /** The second signature of a stored version. */
    void addSecond(ExamId examId, int version, Signature second);

    /** The latest version. */
    Optional<Report> current(ExamId examId);

    /** All, oldest first. */
    List<Report> versions(ExamId examId);

    void keepDraft(ExamId examId, String account, ReportDraft draft);

    Optional<ReportDraft> draft(ExamId examId, String account);

    void dropDraft(ExamId examId, String account);

    /** The reader begins to look at the ECG anew. */
    void looked(ExamId examId, int version, String account, Instant at);

    Optional<Instant> lookedAt(ExamId examId, int version, String account);

    /** False when the reader has said so before. */
    boolean commitFirst(ExamId examId, String account, FirstImpression first);

    Optional<FirstImpression> first(ExamId examId, String account);

    /** Those of the exams of which the reader has said his own. */
    Set<ExamId> firstsAmong(String account, List<ExamId> exams);

    /** Of the versions signed in the span, {@code to} excluded, that no later one amends; drills left out; by code. */
    Agreement.Figures agreement(Scope scope, Instant from, Instant to);

    /** Empty when the account never gave one. */
    String licence(String account);

    void keepLicence(String account, String licence);

    /** Codes in the order of the reader's own list. */
    List<String> favourites(String account);

    void keepFavourites(String account, List<String> codes);
}
