package org.ecgnet.triage;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.prior.EcgFigures;
import org.ecgnet.triage.prior.PriorEcg;
import org.ecgnet.triage.statement.Scores;

/** Makes of a reading what a later one is compared with. */
public final class Priors {

    private Priors() {}

    /**
     * An earlier recording from what was stored of it: everything but the T waves, which a reading does not keep.
     *
     * @param takenAt when it was recorded
     */
    public static PriorEcg of(Instant takenAt, Reading reading) {
        return new PriorEcg(takenAt, figures(reading, Map.of()));
    }

    /** An earlier recording that has just been read, with its T waves. */
    public static PriorEcg of(Instant takenAt, Examination examination) {
        return new PriorEcg(takenAt, figures(examination.reading(), tWaves(examination.ecg())));
    }

    static EcgFigures figures(Reading reading, Map<Lead, Double> tMicrovolts) {
        Measurements m = reading.measurements();
        Set<String> claimed = reading.statements().stream()
                .filter(statement -> statement.score() >= Scores.CLAIM)
                .map(Statement::code)
                .collect(Collectors.toSet());
        return new EcgFigures(
                claimed,
                m.heartRateBpm(),
                m.prMillis(),
                m.qrsMillis(),
                m.qtcFridericiaMillis(),
                m.qrsAxisDegrees(),
                m.stMicrovolts(),
                tMicrovolts);
    }

    static Map<Lead, Double> tWaves(EcgCase ecg) {
        Map<Lead, Double> t = new EnumMap<>(Lead.class);
        ecg.measured().levels().forEach((lead, levels) -> t.put(lead, levels.t()));
        return t;
    }
}
