package org.ecgnet.hub.fiducial;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.fiducial.MarkRefusal.Reason;

/** Whether a heart can beat so: the marks within the beat, each after the one before. Pure. */
final class MarkCheck {

    private MarkCheck() {}

    /**
     * @param length samples of the beat
     * @return empty when the marks can be kept
     */
    static Optional<MarkRefusal> problem(BeatMarks marks, int length) {
        if (marks.at(Fiducial.QRS_ON).isEmpty() || marks.at(Fiducial.J).isEmpty()) {
            return refused(
                    Reason.QRS_MISSING, "QRS 起点和 J 点不能缺少", "a beat has a QRS: its onset and the J point must be there");
        }
        List<Fiducial> present = Arrays.stream(Fiducial.values())
                .filter(mark -> marks.at(mark).isPresent())
                .toList();
        for (Fiducial mark : present) {
            int at = marks.at(mark).getAsInt();
            if (at < 0 || at >= length) {
                return refused(
                        Reason.OUTSIDE, mark.chinese() + "在心搏之外", mark.english() + " is outside the median beat");
            }
        }
        for (int next = 1; next < present.size(); next++) {
            Fiducial one = present.get(next - 1);
            Fiducial other = present.get(next);
            if (!follows(one, marks.at(one).getAsInt(), other, marks.at(other).getAsInt())) {
                return refused(
                        Reason.ORDER,
                        other.chinese() + "必须在" + one.chinese() + "之后",
                        other.english() + " must come after " + one.english());
            }
        }
        return Optional.empty();
    }

    /** A P wave may run into the QRS; no wave lasts no time. */
    private static boolean follows(Fiducial one, int first, Fiducial other, int second) {
        boolean touching = one == Fiducial.P_OFF && other == Fiducial.QRS_ON;
        return touching ? first <= second : first < second;
    }

    static Optional<MarkRefusal> refused(Reason reason, String chinese, String english) {
        return Optional.of(new MarkRefusal(reason, chinese, english));
    }
}
