package org.ecgnet.ecg;

/** The colour of a reading, most urgent first. */
public enum TriageLevel {
    /** Critical: page a cardiologist now. */
    RED,
    /** Act today. */
    YELLOW,
    /** The signal cannot be judged: repeat. Never green. */
    GREY,
    /** Nothing that must be acted on today. */
    GREEN;

    public TriageLevel moreUrgent(TriageLevel other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
