package org.ecgnet.triage.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.measure.Beat;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.measure.QrsForm;

/**
 * Beats that come on time, some with the left and some with the right bundle branch blocked, by their R samples.
 *
 * @param left beats of the shapes that are left bundle branch block
 * @param right likewise right
 */
public record BundleBranchTurns(List<Integer> left, List<Integer> right) {

    /** A beat earlier than this share of the usual RR is aberrant or ectopic and says nothing of the bundles at rest. */
    private static final double ON_TIME = 0.88;

    public BundleBranchTurns {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** Sorts the beats by their shapes; both lists are empty where all beats have one shape. */
    public static BundleBranchTurns of(MeasuredEcg ecg) {
        List<Integer> left = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        TreeSet<Integer> shapes =
                new TreeSet<>(ecg.beats().stream().map(Beat::shape).toList());
        if (shapes.size() > 1) {
            for (int shape : shapes) {
                sort(ecg, shape, left, right);
            }
        }
        return new BundleBranchTurns(left, right);
    }

    private static void sort(MeasuredEcg ecg, int shape, List<Integer> left, List<Integer> right) {
        List<Integer> beats = ecg.beats().stream()
                .filter(beat -> beat.shape() == shape && beat.wide() && beat.coupling() >= ON_TIME)
                .map(Beat::anchor)
                .toList();
        if (beats.isEmpty()) {
            return;
        }
        Map<Lead, QrsForm> forms = QrsForm.of(ecg, beats);
        if (BundleBranch.left(forms) >= Scores.CLAIM) {
            left.addAll(beats);
        } else if (BundleBranch.right(forms) >= Scores.CLAIM) {
            right.addAll(beats);
        }
    }
}
