package org.ecgnet.triage.repolarization;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.CorrectedQt;
import org.ecgnet.triage.EcgCase;
import org.ecgnet.triage.measure.LeadQt;

/**
 * QT for the rate (Fridericia) and, from a QRS of 120 ms on, for its width: 0.485 of what it exceeds 95 ms by (Bogossian
 * 2014).
 */
public final class AdjustedQt {

    private static final double WIDE_MILLIS = 120;
    private static final double NARROW_MILLIS = 95;
    private static final double BOGOSSIAN = 0.485;

    /** AF and bigeminy give every beat another QT: no single correction holds above this spread of RR. */
    private static final double MOST_IRREGULAR = 0.2;

    private AdjustedQt() {}

    /**
     * Over all leads; empty where no end of T is to be believed.
     *
     * @param fastestBpm above this rate T and the next P run together
     */
    public static OptionalDouble qtcMillis(EcgCase ecg, double fastestBpm) {
        OptionalDouble qt = ecg.measured().qtMillis();
        double rate = ecg.measured().rhythm().meanRateBpm();
        boolean believable = rate > 0
                && rate <= fastestBpm
                && ecg.measured().rhythm().irregularity() <= MOST_IRREGULAR
                && !ecg.fibrillating();
        return qt.isPresent() && believable
                ? OptionalDouble.of(corrected(ecg, qt.getAsDouble(), rate))
                : OptionalDouble.empty();
    }

    /** The leads whose own end of T gives a QTc of so many milliseconds, by what they give. */
    static Map<Lead, Double> leadsFrom(EcgCase ecg, double limitMillis) {
        Map<Lead, Double> found = new EnumMap<>(Lead.class);
        double rate = ecg.measured().rhythm().meanRateBpm();
        LeadQt.millis(ecg.measured()).forEach((lead, qt) -> {
            double qtc = corrected(ecg, qt, rate);
            if (qtc >= limitMillis) {
                found.put(lead, qtc);
            }
        });
        return found;
    }

    private static double corrected(EcgCase ecg, double qtMillis, double rateBpm) {
        double qrs = ecg.measured().qrsMillis().orElse(0);
        double adjusted = qrs >= WIDE_MILLIS ? qtMillis - BOGOSSIAN * (qrs - NARROW_MILLIS) : qtMillis;
        return CorrectedQt.fridericiaMillis(adjusted, 60_000 / rateBpm);
    }
}
