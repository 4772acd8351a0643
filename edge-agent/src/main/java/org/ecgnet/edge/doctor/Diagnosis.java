package org.ecgnet.edge.doctor;

/**
 * What one check found.
 *
 * @param subject what was looked at
 * @param found in words
 * @param fix what to do; empty when all is well
 */
public record Diagnosis(State state, Subject subject, String found, String fix) {

    /** How bad it is. */
    public enum State {
        OK,
        /** Works now, and will not for ever or not in every case. */
        WARN,
        /** ECGs cannot be recorded, kept or sent. */
        FAIL
    }

    /** What is looked at. */
    public enum Subject {
        SETTINGS,
        AGENT,
        PORT,
        UNIT,
        DISK,
        STORE,
        CLOCK,
        CERTIFICATE,
        HUB
    }

    static Diagnosis ok(Subject subject, String found) {
        return new Diagnosis(State.OK, subject, found, "");
    }

    static Diagnosis warn(Subject subject, String found, String fix) {
        return new Diagnosis(State.WARN, subject, found, fix);
    }

    /** Also for what is found before any check can run. */
    public static Diagnosis fail(Subject subject, String found, String fix) {
        return new Diagnosis(State.FAIL, subject, found, fix);
    }
}
