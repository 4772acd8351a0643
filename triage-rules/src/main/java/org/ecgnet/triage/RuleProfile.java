package org.ecgnet.triage;

/**
 * The thresholds of one rule catalogue, as versioned data.
 *
 * @param name such as {@code DEFAULT}
 * @param version raised at every change of a number
 */
public record RuleProfile(String name, String version, RateLimits rates, StElevationLimits stElevation, QtLimits qt) {

    /** CN2017 with first-found complete block, UDMI-4 and ACC 2022. */
    public static final RuleProfile DEFAULT =
            new RuleProfile("DEFAULT", "1", RateLimits.DEFAULT, StElevationLimits.UDMI_4, QtLimits.DEFAULT);

    /** @throws IllegalArgumentException for a name no profile bears, listing those there are */
    public static RuleProfile named(String name) {
        if (name.equalsIgnoreCase(DEFAULT.name)) {
            return DEFAULT;
        }
        throw new IllegalArgumentException("profile: '" + name + "' (expected: DEFAULT)");
    }

    /**
     * Limits of rate and pause. Sources: the Chinese expert consensus on critical ECG values 2017 (items B and C) unless
     * said otherwise; the rows of CLINICAL 2.4 are named.
     *
     * @param standstillMillis a completed RR of this or more is a standstill (R01)
     * @param silentEdgeMillis no QRS for this long at an edge of the record is one too (R01; monitor convention of 4 s)
     * @param longRrMillis critical with symptoms (R02)
     * @param longRrUrgentMillis yellow from here to {@code longRrMillis} (Y04)
     * @param slowBpm critical at or below (R09)
     * @param slowWithSyncopeBpm critical below with syncope or shock (R09)
     * @param slowYellowBpm yellow below (Y04: 36 to 49)
     * @param wideQrsMillis wide from here (AHA/ACCF/HRS 2009, part III)
     * @param wideFastHardBpm a wide-QRS tachycardia of this rate is deadly (R05)
     * @param wideFastBpm and red of this (R05b, proposed: CLINICAL 2.4)
     * @param fastBpm critical rate of SVT and AF (R06, R07)
     * @param fastWithSymptomsBpm critical rate of both with symptoms (R06, R07); SVT from here is yellow (Y02)
     * @param atrialFibrillationFastBpm tagged fast in the finding of AF (Y01)
     * @param sinusFastBpm yellow above at rest (Y03)
     */
    public record RateLimits(
            double standstillMillis,
            double silentEdgeMillis,
            double longRrMillis,
            double longRrUrgentMillis,
            double slowBpm,
            double slowWithSyncopeBpm,
            double slowYellowBpm,
            double wideQrsMillis,
            double wideFastHardBpm,
            double wideFastBpm,
            double fastBpm,
            double fastWithSymptomsBpm,
            double atrialFibrillationFastBpm,
            double sinusFastBpm) {
        static final RateLimits DEFAULT =
                new RateLimits(5000, 4000, 3000, 2000, 35, 50, 50, 120, 150, 100, 200, 150, 110, 130);
    }

    /**
     * ST elevation at J in two contiguous leads. Source: Thygesen, Fourth Universal Definition of Myocardial Infarction
     * (2018), table 2: 0.1 mV, but in V2-V3 0.2 mV for men of 40 and older, 0.25 mV for younger men, 0.15 mV for women;
     * V7-V9 0.05 mV (men under 40: 0.1), V3R-V4R 0.05 mV (men under 30: 0.1).
     *
     * @param reciprocalMicrovolts depression that makes it HARD (CLINICAL R11, proposed)
     * @param hypertrophyShare least ST over QRS height to believe elevation in left ventricular hypertrophy
     *     (Armstrong, Am J Cardiol 2012: 25 %)
     */
    public record StElevationLimits(
            double mostLeadsMicrovolts,
            double v2v3YoungManMicrovolts,
            double v2v3ManMicrovolts,
            double v2v3WomanMicrovolts,
            double rightAndPosteriorMicrovolts,
            double rightAndPosteriorYoungManMicrovolts,
            double reciprocalMicrovolts,
            double hypertrophyShare) {
        static final StElevationLimits UDMI_4 = new StElevationLimits(100, 250, 200, 150, 50, 100, 50, 0.25);
    }

    /**
     * Corrected QT. Sources: CN2017 item D4 (550 ms), AHA/ACCF/HRS 2009 part IV for the rest as CLINICAL 2.4 R19 and Y10
     * place them.
     *
     * @param redMillis critical from here
     * @param yellowMillis yellow from here
     * @param shortMillis yellow at or below
     */
    public record QtLimits(double redMillis, double yellowMillis, double shortMillis) {
        static final QtLimits DEFAULT = new QtLimits(550, 500, 340);
    }
}
