package org.ecgnet.triage.statement;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.measure.Deflection;
import org.ecgnet.triage.measure.QrsForm;

/**
 * Bundle branch blocks by the deflections that are late in them (AHA/ACCF/HRS 2009, part III; Strauss 2011).
 *
 * <p>How wide the complex is, is read from the end of its main deflections and not from the end of the QRS over all leads,
 * which an ST level behind it can draw out. The weakest part of the evidence decides.
 */
final class BundleBranch {

    /** Between the 120 ms of the AHA and the 130 ms for women of Strauss, at the end of the main deflections. */
    private static final double LEFT_WIDTH_MILLIS = 125;

    /** The R of the left leads alone: the AHA asks for an R peak later than 60 ms, about half of its R. */
    private static final double LEFT_R_MILLIS = 115;

    /** An r of V1 higher than a third of its S is none of LBBB. */
    private static final double LEFT_SMALL_R = 0.35;

    /** No q in I and V6 (AHA), less than 0.1 mV of which is taken for noise. */
    private static final double LEFT_Q_MICROVOLTS = 100;

    private static final double RIGHT_WIDTH_MILLIS = 120;

    /** The last R of V1 outlasts what is incomplete: half of the width of a complete block (proposed). */
    private static final double RIGHT_R_MILLIS = 61;

    /** The least R' that is one: 0.1 mV. */
    private static final double RIGHT_R_MICROVOLTS = 100;

    /** S of I or V6 (AHA: longer than 40 ms). */
    private static final double RIGHT_S_MILLIS = 40;

    /** An R' that begins later stands behind a whole QRS and is an ST level. */
    private static final double RIGHT_LATEST_START_MILLIS = 115;

    private static final double INCOMPLETE_R_MILLIS = 25;
    private static final double INCOMPLETE_WIDTH_MILLIS = 98;
    private static final double STEEP_MILLIS = 4;

    private BundleBranch() {}

    /** Wide, V1 negative, I, aVL, V5 and V6 positive to the end, without q in I and V6. */
    static double left(Map<Lead, QrsForm> forms) {
        QrsForm v1 = forms.getOrDefault(Lead.V1, QrsForm.NONE);
        List<Double> ends = leftEnds(forms);
        if (v1.deepest().isEmpty() || ends.size() < 2 || v1.height() > v1.depth()) {
            return 0;
        }
        double end = middle(ends);
        Deflection s = v1.deepest().get();
        double r = v1.deflections().stream()
                .filter(d -> d.positive() && d.peakMillis() < s.peakMillis())
                .mapToDouble(Deflection::microvolts)
                .max()
                .orElse(0);
        double q = Stream.of(Lead.I, Lead.V6)
                .mapToDouble(lead -> forms.getOrDefault(lead, QrsForm.NONE).q())
                .max()
                .orElse(0);
        return Statements.logistic(Math.min(
                Math.min(
                        ((end + s.toMillis()) / 2 - LEFT_WIDTH_MILLIS) / STEEP_MILLIS,
                        (end - LEFT_R_MILLIS) / STEEP_MILLIS),
                Math.min(10 * (LEFT_SMALL_R - r / v1.depth()), (LEFT_Q_MICROVOLTS - q) / 10)));
    }

    /** Where the last tall R of each left lead that is positive ends. */
    private static List<Double> leftEnds(Map<Lead, QrsForm> forms) {
        return Stream.of(Lead.I, Lead.AVL, Lead.V5, Lead.V6)
                .map(lead -> forms.getOrDefault(lead, QrsForm.NONE))
                .filter(form -> form.height() > 0.9 * form.depth())
                .flatMap(form -> form.lastTall().stream())
                .map(Deflection::toMillis)
                .sorted()
                .toList();
    }

    private static double middle(List<Double> sorted) {
        int n = sorted.size();
        return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }

    /** Wide, V1 ends with a long R', I or V6 with a broad S. */
    static double right(Map<Lead, QrsForm> forms) {
        Terminal r = terminal(forms.getOrDefault(Lead.V1, QrsForm.NONE));
        if (r.lasting <= 0) {
            return 0;
        }
        return Statements.logistic(Math.min(
                Math.min((r.end - RIGHT_WIDTH_MILLIS) / STEEP_MILLIS, (r.lasting - RIGHT_R_MILLIS) / STEEP_MILLIS),
                Math.min((lateralS(forms) - RIGHT_S_MILLIS) / STEEP_MILLIS, (r.microvolts - RIGHT_R_MICROVOLTS) / 20)));
    }

    /** An r' in V1 behind a complex that is not wide. */
    static double incompleteRight(Map<Lead, QrsForm> forms) {
        QrsForm v1 = forms.getOrDefault(Lead.V1, QrsForm.NONE);
        Terminal r = terminal(v1);
        if (r.lasting <= 0 || !r.second) {
            return 0;
        }
        double wide = right(forms);
        return (1 - wide)
                * Statements.logistic(Math.min(
                        Math.min(
                                (r.end - INCOMPLETE_WIDTH_MILLIS) / STEEP_MILLIS,
                                (r.lasting - INCOMPLETE_R_MILLIS) / STEEP_MILLIS),
                        Math.min(
                                (lateralS(forms) - INCOMPLETE_R_MILLIS) / STEEP_MILLIS,
                                (r.microvolts - RIGHT_R_MICROVOLTS) / 20)));
    }

    /** The last positive deflection of V1; all zero without one. */
    private record Terminal(double microvolts, double lasting, double end, boolean second) {}

    private static Terminal terminal(QrsForm v1) {
        List<Deflection> late = v1.deflections().stream()
                .filter(d -> d.positive() && d.toMillis() > 80 && d.fromMillis() < RIGHT_LATEST_START_MILLIS)
                .toList();
        if (late.isEmpty()) {
            return new Terminal(0, 0, 0, false);
        }
        Deflection last = late.get(late.size() - 1);
        boolean second = v1.deflections().indexOf(last) >= 2;
        return new Terminal(last.microvolts(), last.lasting(), last.toMillis(), second);
    }

    /** The longest S of I, V5 and V6, milliseconds. */
    private static double lateralS(Map<Lead, QrsForm> forms) {
        return Stream.of(Lead.I, Lead.V5, Lead.V6)
                .flatMap(lead -> forms.getOrDefault(lead, QrsForm.NONE).deflections().stream())
                .filter(d -> !d.positive() && d.fromMillis() > 40)
                .mapToDouble(Deflection::lasting)
                .max()
                .orElse(0);
    }
}
