package org.ecgnet.triage.episode;

/**
 * A stretch of one rhythm.
 *
 * @param fromSample its first sample
 * @param toSample the first sample behind it
 */
public record RhythmEpisode(Code code, int fromSample, int toSample) {

    public RhythmEpisode {
        if (fromSample < 0 || toSample <= fromSample) {
            throw new IllegalArgumentException(
                    "fromSample: " + fromSample + ", toSample: " + toSample + " (expected: 0 <= from < to)");
        }
    }

    /** What an episode is called in a result. */
    public enum Code {
        AF,
        AFL,
        SVT,
        VT,
        VF,
        ASYSTOLE,
        PAUSE,
        AVB2,
        AVB3,
        PACED,
        NOISE
    }
}
