package org.ecgnet.hub.worklist;

import java.time.Instant;
import java.util.Optional;
import org.ecgnet.ecg.SiteCode;

/**
 * What to look for among all exams.
 *
 * @param words the start of a patient's name, a whole identity number, or an exam's code; empty for any
 * @param from received then or later
 * @param to received before
 */
public record ExamSearch(Optional<String> words, Optional<SiteCode> site, Instant from, Instant to) {

    private static final int LONGEST = 64;

    public ExamSearch {
        words = words.map(String::strip).filter(text -> !text.isEmpty());
        if (words.filter(text -> text.length() > LONGEST).isPresent()) {
            throw new IllegalArgumentException("words: too long (expected: " + LONGEST + " characters at most)");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("span: " + from + " to " + to + " (expected: an earlier start)");
        }
    }
}
