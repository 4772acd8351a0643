package org.ecgnet.hub.site;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.SiteCode;

/** What a scope contains. */
public interface ScopeRepository {

    /** False also when there is no such exam. */
    boolean contains(Scope scope, ExamId examId);

    /**
     * True when the exam that the case shows, its latest, is in the scope; false also when there is no such case. A case
     * of a patient who went on to another clinic belongs to that one.
     */
    boolean containsCase(Scope scope, UUID caseId);

    /** Empty when there is no such exam. */
    Optional<SiteCode> siteOf(ExamId examId);

    /** Of the exam that the case shows; empty when there is no such case. */
    Optional<SiteCode> siteOfCase(UUID caseId);

    /** Accounts of site staff that are shown this site's exams now. */
    Set<String> staffOf(SiteCode site);

    /** Those of the sites that the hub knows. */
    Set<SiteCode> known(Set<SiteCode> sites);
}
