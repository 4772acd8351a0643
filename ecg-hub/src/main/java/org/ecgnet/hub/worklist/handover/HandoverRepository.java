package org.ecgnet.hub.worklist.handover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.hub.critical.Person;

/** Hand-overs and who took what. */
public interface HandoverRepository {

    void add(Handover handover);

    /** Those with something that nobody has taken, oldest first. */
    List<Handover> waiting();

    /** Who offers the exam, while nobody has taken it. */
    Optional<Person> offeredBy(ExamId examId);

    /** The exam is this person's now, wherever it was offered. */
    void taken(ExamId examId, Person person, Instant now);
}
