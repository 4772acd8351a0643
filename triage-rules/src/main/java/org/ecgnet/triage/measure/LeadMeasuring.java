package org.ecgnet.triage.measure;

import org.ecgnet.ecg.SampleRate;
import org.ecgnet.triage.signal.Smoothing;

/** Takes the levels and shapes of one lead of a median beat between the global boundaries. */
final class LeadMeasuring {

    /** J is read as the mean of this many milliseconds around it: one cycle of 150-Hz noise. */
    private static final double J_MILLIS = 8;

    private static final double LEVEL_MILLIS = 12;
    private static final double NOTCH_BEFORE_J_MILLIS = 40;

    private final SampleRate rate;
    private final double[] x;
    private final Delineation waves;
    private final int on;
    private final int off;
    private final double level;

    private LeadMeasuring(SampleRate rate, double[] x, Delineation waves) {
        this.rate = rate;
        this.x = x;
        this.waves = waves;
        this.on = Math.min(x.length - 1, Math.max(0, waves.qrsOn()));
        this.off = Math.min(x.length - 1, waves.qrsOff());
        this.level = Smoothing.meanOf(x, Math.max(0, on - rate.samplesIn(LEVEL_MILLIS)), Math.max(1, on));
    }

    static LeadLevels of(MedianBeat beat, int lead, Delineation waves) {
        return new LeadMeasuring(beat.rate(), beat.microvolts()[lead], waves).levels();
    }

    private LeadLevels levels() {
        QrsPhases phases = new QrsPhases(rate, x, level, on, Math.max(on, off - 1));
        double area = 0;
        for (int i = on; i <= off; i++) {
            area += (x[i] - level) * 1000.0 / rate.hertz();
        }
        return new LeadLevels(
                phases.q().size(),
                phases.qMillis(),
                phases.tallest().size(),
                phases.s().size(),
                afterJ(0),
                afterJ(60),
                waves.tPeak().isPresent() ? x[inside(waves.tPeak().getAsInt())] - level : 0,
                area,
                phases.shape(rate.millisAt(off - on)),
                st(),
                p(),
                t());
    }

    private int inside(int sample) {
        return Math.max(0, Math.min(x.length - 1, sample));
    }

    private double afterJ(double millis) {
        int middle = inside(off + rate.samplesIn(millis));
        int half = Math.max(1, rate.samplesIn(J_MILLIS) / 2);
        return Smoothing.meanOf(x, Math.max(0, middle - half), Math.min(x.length, middle + half + 1)) - level;
    }

    private StShape st() {
        double j80 = afterJ(80);
        return new StShape(afterJ(20), afterJ(40), j80, (j80 - afterJ(0)) / 80, notch());
    }

    /** The highest hump shortly before J over the lower of the valley before it and the level after it. */
    private double notch() {
        int from = Math.max(on, off - rate.samplesIn(NOTCH_BEFORE_J_MILLIS));
        double valley = Double.MAX_VALUE;
        double notch = 0;
        double after = afterJ(20) + level;
        for (int i = from; i <= off; i++) {
            valley = Math.min(valley, x[i]);
            notch = Math.max(notch, Math.min(x[i] - valley, x[i] - after));
        }
        return notch;
    }

    private PShape p() {
        if (waves.pOn().isEmpty() || waves.pOff().isEmpty()) {
            return PShape.NONE;
        }
        int from = inside(waves.pOn().getAsInt());
        int to = Math.max(from + 1, inside(Math.min(on, waves.pOff().getAsInt())));
        double start = Smoothing.meanOf(x, Math.max(0, from - rate.samplesIn(LEVEL_MILLIS)), from + 1);
        double end = Smoothing.meanOf(x, Math.max(from, to - rate.samplesIn(J_MILLIS) / 2), to + 1);
        double high = 0;
        double low = 0;
        int above = from;
        int crossing = from;
        for (int i = from; i <= to; i++) {
            double here = x[i] - start - (end - start) * (i - from) / (to - from);
            high = Math.max(high, here);
            above = here > 0 ? i : above;
            crossing = here < low ? above : crossing;
            low = Math.min(low, here);
        }
        double prSegment = Smoothing.meanOf(x, Math.min(to, on - 1), Math.max(to + 1, on)) - start;
        return new PShape(high, low, low < 0 ? rate.millisAt(to - crossing) : 0, prSegment);
    }

    private TShape t() {
        if (waves.tPeak().isEmpty()) {
            return TShape.NONE;
        }
        int from = inside(off + rate.samplesIn(80));
        int to = inside(waves.tOff().orElse(waves.tPeak().getAsInt() + rate.samplesIn(100)));
        int high = from;
        int low = from;
        for (int i = from; i <= to; i++) {
            high = x[i] > x[high] ? i : high;
            low = x[i] < x[low] ? i : low;
        }
        int larger = Math.abs(x[high] - level) >= Math.abs(x[low] - level) ? high : low;
        return new TShape(
                Math.max(0, x[high] - level),
                rate.millisAt(high - off),
                Math.min(0, x[low] - level),
                rate.millisAt(low - off),
                beyondHalf(larger, off, to));
    }

    private double beyondHalf(int peak, int from, int to) {
        double half = (x[peak] - level) / 2;
        int a = peak;
        int b = peak;
        while (a > from && (x[a - 1] - level) / half >= 1) {
            a--;
        }
        while (b < to && (x[b + 1] - level) / half >= 1) {
            b++;
        }
        return half == 0 ? 0 : rate.millisAt(b - a);
    }
}
