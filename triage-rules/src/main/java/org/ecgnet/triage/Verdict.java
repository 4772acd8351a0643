package org.ecgnet.triage;

import java.util.List;

/** What a rule answers. */
public sealed interface Verdict {

    /** The rule's condition holds. */
    record Present(List<Finding> findings) implements Verdict {
        public Present {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("findings: [] (expected: at least one)");
            }
        }
    }

    /** It was looked for and is not there. */
    record Absent(String reason) implements Verdict {}

    /**
     * It cannot be looked for in this recording.
     *
     * @param critical whether a red could hide behind this; then the exam is raised
     */
    record CannotTell(String chinese, String english, boolean critical) implements Verdict {}

    static Verdict present(Finding finding) {
        return new Present(List.of(finding));
    }

    static Verdict absent(String reason) {
        return new Absent(reason);
    }
}
