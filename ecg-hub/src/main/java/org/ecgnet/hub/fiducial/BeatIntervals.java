package org.ecgnet.hub.fiducial;

import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import org.ecgnet.triage.CorrectedQt;

/** Intervals between the marks of a beat, all in milliseconds; empty where a mark, or the rhythm, is missing. */
public record BeatIntervals(
        OptionalDouble p,
        OptionalDouble pr,
        OptionalDouble qrs,
        OptionalDouble qt,
        OptionalDouble qtcBazett,
        OptionalDouble qtcFridericia,
        OptionalDouble qtcFramingham,
        OptionalDouble qtcHodges) {

    /**
     * @param rate samples a second
     * @param rrMillis time from beat to beat; empty without a rhythm
     */
    public static BeatIntervals of(BeatMarks marks, int rate, OptionalDouble rrMillis) {
        OptionalDouble qt = marks.millis(Fiducial.QRS_ON, Fiducial.T_END, rate);
        return new BeatIntervals(
                marks.millis(Fiducial.P_ON, Fiducial.P_OFF, rate),
                marks.millis(Fiducial.P_ON, Fiducial.QRS_ON, rate),
                marks.millis(Fiducial.QRS_ON, Fiducial.J, rate),
                qt,
                corrected(qt, rrMillis, CorrectedQt::bazettMillis),
                corrected(qt, rrMillis, CorrectedQt::fridericiaMillis),
                corrected(qt, rrMillis, CorrectedQt::framinghamMillis),
                corrected(qt, rrMillis, CorrectedQt::hodgesMillis));
    }

    private static OptionalDouble corrected(OptionalDouble qt, OptionalDouble rrMillis, DoubleBinaryOperator rule) {
        return qt.isEmpty() || rrMillis.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(rule.applyAsDouble(qt.getAsDouble(), rrMillis.getAsDouble()));
    }
}
