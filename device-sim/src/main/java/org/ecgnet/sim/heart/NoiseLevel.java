package org.ecgnet.sim.heart;

/**
 * How much does not come from the heart, in microvolts.
 *
 * @param hiss standard deviation of each lead's own noise
 * @param wander amplitude of breathing and drift below 0.4 Hz
 * @param mains amplitude of 50 Hz
 * @param tremor standard deviation of muscle noise
 * @param motion standard deviation of electrode motion, 1 to 10 Hz
 */
record NoiseLevel(double hiss, double wander, double mains, double tremor, double motion) {

    static NoiseLevel of(Scenario scenario) {
        return switch (scenario) {
            case NOISY -> new NoiseLevel(15, 500, 160, 260, 600);
            case ASYSTOLE -> new NoiseLevel(4, 25, 2, 0, 0);
            case EXTENSIVE_STEMI,
                    SEPTAL_STEMI,
                    LATERAL_STEMI,
                    HIGH_LATERAL_STEMI,
                    LOW_STEMI,
                    POSTERIOR_STEMI,
                    INFEROPOSTERIOR_STEMI,
                    RIGHT_VENTRICULAR_STEMI,
                    LBBB_STEMI,
                    DE_WINTER -> new NoiseLevel(8, 120, 8, 15, 0);
            default -> new NoiseLevel(5, 45, 3, 0, 0);
        };
    }
}
