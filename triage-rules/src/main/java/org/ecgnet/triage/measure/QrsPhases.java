package org.ecgnet.triage.measure;

import java.util.ArrayList;
import java.util.List;
import org.ecgnet.ecg.SampleRate;

/** The QRS of one lead cut where it crosses the level of its onset: Q, R, S, R', ... in order. */
final class QrsPhases {

    private static final double LEAST_MICROVOLTS = 20;
    private static final double LEAST_MILLIS = 6;
    private static final double NOTCH_MICROVOLTS = 30;
    private static final double NOTCH_SHARE = 0.04;

    private final SampleRate rate;
    private final double[] x;
    private final double level;
    private final int on;
    private final int off;
    private final List<Phase> phases;

    /** One wave: its extreme against the level, where that is, its first sample and the one after its last. */
    record Phase(double size, int peak, int from, int to) {
        boolean positive() {
            return size > 0;
        }
    }

    QrsPhases(SampleRate rate, double[] x, double level, int on, int off) {
        this.rate = rate;
        this.x = x;
        this.level = level;
        this.on = on;
        this.off = off;
        this.phases = cut();
    }

    private List<Phase> cut() {
        List<Phase> found = new ArrayList<>(6);
        int from = on;
        for (int i = on + 1; i <= off + 1; i++) {
            if (i > off || x[i] - level > 0 != x[from] - level > 0) {
                add(found, phase(from, i));
                from = i;
            }
        }
        return found;
    }

    private Phase phase(int from, int to) {
        int peak = from;
        for (int i = from; i < to; i++) {
            peak = Math.abs(x[i] - level) > Math.abs(x[peak] - level) ? i : peak;
        }
        return new Phase(x[peak] - level, peak, from, to);
    }

    /** What is too small for a wave is dropped; what then lies side by side with one of its own sign is joined. */
    private void add(List<Phase> found, Phase phase) {
        if (Math.abs(phase.size) < LEAST_MICROVOLTS || millis(phase.from, phase.to) < LEAST_MILLIS) {
            return;
        }
        Phase last = found.isEmpty() ? phase : found.get(found.size() - 1);
        if (!found.isEmpty() && last.positive() == phase.positive()) {
            Phase larger = Math.abs(last.size) >= Math.abs(phase.size) ? last : phase;
            found.set(found.size() - 1, new Phase(larger.size, larger.peak, last.from, phase.to));
        } else {
            found.add(phase);
        }
    }

    double millis(int from, int to) {
        return rate.millisAt(to - from);
    }

    /** A first negative wave that a positive one follows; else one of no size at the onset. */
    Phase q() {
        boolean there = phases.size() > 1 && !phases.get(0).positive();
        return there ? phases.get(0) : none();
    }

    /** Duration of Q from where this lead leaves its level, which may be well after the onset over all leads. */
    double qMillis() {
        Phase q = q();
        int from = q.from;
        double left = Math.min(LEAST_MICROVOLTS, Math.abs(q.size) / 4);
        while (from < q.peak && Math.abs(x[from] - level) < left) {
            from++;
        }
        return millis(from, q.to);
    }

    Phase tallest() {
        Phase tallest = none();
        for (Phase phase : phases) {
            tallest = phase.size > tallest.size ? phase : tallest;
        }
        return tallest;
    }

    /** The deepest negative wave that is no Q. */
    Phase s() {
        Phase deepest = none();
        for (int k = 0; k < phases.size(); k++) {
            boolean isQ = k == 0 && phases.size() > 1;
            deepest = !isQ && phases.get(k).size < deepest.size ? phases.get(k) : deepest;
        }
        return deepest;
    }

    private Phase firstR() {
        return phases.stream().filter(Phase::positive).findFirst().orElse(none());
    }

    private Phase rPrime() {
        Phase first = firstR();
        Phase best = none();
        for (Phase phase : phases) {
            best = phase.from > first.to && phase.size > best.size ? phase : best;
        }
        return first.size > 0 ? best : none();
    }

    private Phase none() {
        return new Phase(0, on, on, on);
    }

    QrsShape shape(double millisHere) {
        Phase tallest = tallest();
        Phase s = s();
        Phase prime = rPrime();
        return new QrsShape(
                firstR().size,
                millis(tallest.from, tallest.to),
                millis(on, tallest.peak),
                millis(s.from, s.to),
                prime.size,
                millis(prime.from, prime.to),
                notches(tallest.size - Math.min(s.size, q().size)),
                millis(on, steepest()),
                millisHere);
    }

    private int steepest() {
        int best = on;
        double most = 0;
        for (int i = on + 1; i <= off; i++) {
            if (Math.abs(x[i] - x[i - 1]) > most) {
                most = Math.abs(x[i] - x[i - 1]);
                best = i;
            }
        }
        return best;
    }

    private int notches(double height) {
        double least = Math.max(NOTCH_MICROVOLTS, NOTCH_SHARE * height);
        int count = 0;
        for (Phase phase : phases) {
            count += notches(phase, least);
        }
        return count;
    }

    /** Turns back towards the level and away again, each by so much. */
    private int notches(Phase phase, double least) {
        double sign = Math.signum(phase.size);
        double high = 0;
        double low = 0;
        boolean falling = false;
        int count = 0;
        for (int i = phase.from; i < phase.to; i++) {
            double here = sign * (x[i] - level);
            if (falling) {
                low = Math.min(low, here);
                if (here >= low + least) {
                    count++;
                    falling = false;
                    high = here;
                }
            } else {
                high = Math.max(high, here);
                if (here <= high - least) {
                    falling = true;
                    low = here;
                }
            }
        }
        return count;
    }
}
