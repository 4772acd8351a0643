package org.ecgnet.triage;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecgnet.triage.prior.EcgFigures;
import org.ecgnet.triage.prior.PriorEcg;
import org.ecgnet.triage.statement.Scores;

/** Makes of a reading what a later one is compared with. */
public final class Priors {

    private Priors() {}

    /**
     * An earlier recording from the reading of it.
     *
     * @param takenAt when it was recorded
     */
    public static PriorEcg of(Instant takenAt, Reading reading) {
        return new PriorEcg(takenAt, figures(reading));
    }

    static EcgFigures figures(Reading reading) {
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
                m.tMicrovolts());
    }
}
