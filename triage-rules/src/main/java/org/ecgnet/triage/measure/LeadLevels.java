package org.ecgnet.triage.measure;

/**
 * Levels of one lead of the median beat, in microvolts against the level at the QRS onset.
 *
 * @param q depth of a first negative wave before a positive one, as a negative number; 0 without one
 * @param qMillis its duration
 * @param r height of the tallest positive wave of the QRS; 0 without one
 * @param s depth of the deepest negative wave that is no Q, as a negative number; 0 without one
 * @param j at the J point, the global end of the QRS
 * @param j60 60 ms after it
 * @param t at the peak of T; 0 when there is none
 * @param area of the QRS, microvolt-milliseconds
 * @param qrs the waves of the QRS more closely
 * @param st the ST segment more closely
 * @param p the P wave
 * @param tWave the T wave more closely
 */
public record LeadLevels(
        double q,
        double qMillis,
        double r,
        double s,
        double j,
        double j60,
        double t,
        double area,
        QrsShape qrs,
        StShape st,
        PShape p,
        TShape tWave) {

    /** Nothing was measured. */
    public static final LeadLevels NONE = new LeadLevels(0, 0, 0, 0, 0, 0, 0, 0);

    /** Levels alone: an ST that goes straight from J to J + 60 ms, a T of one sign, no P. */
    public LeadLevels(double q, double qMillis, double r, double s, double j, double j60, double t, double area) {
        this(
                q,
                qMillis,
                r,
                s,
                j,
                j60,
                t,
                area,
                new QrsShape(r, 40, 40, s == 0 ? 0 : 30, 0, 0, 0, 20, 90),
                new StShape(j + (j60 - j) / 3, j + (j60 - j) * 2 / 3, j + (j60 - j) * 4 / 3, (j60 - j) / 60, 0),
                PShape.NONE,
                new TShape(Math.max(0, t), 200, Math.min(0, t), 200, 120));
    }

    /** The same with other waves of the QRS. */
    public LeadLevels with(QrsShape other) {
        return new LeadLevels(q, qMillis, r, s, j, j60, t, area, other, st, p, tWave);
    }

    /** The same with another ST segment. */
    public LeadLevels with(StShape other) {
        return new LeadLevels(q, qMillis, r, s, j, j60, t, area, qrs, other, p, tWave);
    }

    /** The same with another P wave. */
    public LeadLevels with(PShape other) {
        return new LeadLevels(q, qMillis, r, s, j, j60, t, area, qrs, st, other, tWave);
    }

    /** The same with another T wave. */
    public LeadLevels with(TShape other) {
        return new LeadLevels(q, qMillis, r, s, j, j60, t, area, qrs, st, p, other);
    }
}
