package org.ecgnet.triage.pacing;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.measure.Beat;

/**
 * What the pulses did.
 *
 * @param pulses all of them, ascending
 * @param lost pulses that no beat followed
 * @param mostLostInARow the longest row of lost pulses
 * @param blind pulses that came shortly behind a beat which no pulse had begun: the pacemaker did not see it
 */
record Pacing(List<Integer> pulses, List<Integer> lost, int mostLostInARow, List<Integer> blind) {

    /** A captured beat's R stands this long behind its pulse at most: AV-sequential pacing included. */
    private static final double CAPTURE_MILLIS = 350;

    /** Behind a beat of the heart's own a pacemaker that sees waits at least so long. */
    private static final double BLIND_MILLIS = 350;

    /** A pulse inside the QRS is fusion, not blindness: it was on its way. */
    private static final double FUSION_MILLIS = 60;

    Pacing {
        pulses = List.copyOf(pulses);
        lost = List.copyOf(lost);
        blind = List.copyOf(blind);
    }

    static Pacing of(EcgCase ecg) {
        List<Integer> pulses = ecg.marks().paceSamples();
        List<Integer> lost = new ArrayList<>();
        List<Integer> blind = new ArrayList<>();
        int row = 0;
        int most = 0;
        for (int pulse : pulses) {
            boolean last = ecg.measured().signals().length() > 0
                    && ecg.measured().millis(pulse, ecg.measured().signals().length()) < CAPTURE_MILLIS;
            double since = sinceBeat(ecg, pulses, pulse);
            if (since > FUSION_MILLIS && since < BLIND_MILLIS) {
                blind.add(pulse);
                continue;
            }
            boolean captured = untilBeat(ecg, pulse) <= CAPTURE_MILLIS || since <= FUSION_MILLIS;
            if (captured || last) {
                row = 0;
            } else {
                lost.add(pulse);
                row++;
                most = Math.max(most, row);
            }
        }
        return new Pacing(pulses, lost, most, blind);
    }

    private static double untilBeat(EcgCase ecg, int pulse) {
        return ecg.measured().beats().stream()
                .filter(beat -> beat.anchor() >= pulse)
                .mapToDouble(beat -> ecg.measured().millis(pulse, beat.anchor()))
                .min()
                .orElse(Double.MAX_VALUE);
    }

    /** Milliseconds since the last beat that no other pulse had begun. */
    private static double sinceBeat(EcgCase ecg, List<Integer> pulses, int pulse) {
        double since = Double.MAX_VALUE;
        for (Beat beat : ecg.measured().beats()) {
            boolean own = pulses.stream()
                    .noneMatch(other ->
                            other <= beat.anchor() && ecg.measured().millis(other, beat.anchor()) <= CAPTURE_MILLIS);
            if (own && beat.anchor() < pulse) {
                since = Math.min(since, ecg.measured().millis(beat.anchor(), pulse));
            }
        }
        return since;
    }
}
