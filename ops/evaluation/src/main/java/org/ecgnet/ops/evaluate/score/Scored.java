package org.ecgnet.ops.evaluate.score;

import org.ecgnet.ops.evaluate.label.Labels;
import org.ecgnet.ops.evaluate.result.RecordResult;

/** A record's answer beside its labels. */
public record Scored(RecordResult result, Labels labels) {

    /** The data set's folder. */
    public String set() {
        return result.name().set().isEmpty() ? "(folder itself)" : result.name().set();
    }

    /** Samples in so many milliseconds. */
    double samples(double millis) {
        return millis * result.sampleRateHz() / 1000;
    }

    /** Milliseconds of so many samples. */
    double millis(double samples) {
        return samples * 1000 / result.sampleRateHz();
    }
}
