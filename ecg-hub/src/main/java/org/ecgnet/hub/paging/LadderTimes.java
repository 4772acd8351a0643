package org.ecgnet.hub.paging;

import java.time.Duration;

/**
 * The times of the ladder, each a setting of the county (CLINICAL section 5, proposed).
 *
 * @param ringSuspected until a red that is not machine-certain rings the first tier
 * @param tier2 until the second tier is rung
 * @param tier3 until everybody is rung
 * @param tier3Every pause between the all-calls
 * @param hold how long accepting holds the ladder
 * @param disposition from acknowledgement to a page that asks for the disposition; also the pause between them
 * @param clinic until a clinic that has not confirmed seeing the result is asked and rung
 * @param township from the call to the clinic to the call to its township
 * @param townshipEvery pause between the calls to the township
 * @param dispatchCertain until 120 is told of a machine-certain red that is not lethal
 * @param dispatchScript until the centre speaks to the dispatcher by telephone
 * @param dispatchPatience how long 120 has at least to accept before that
 */
public record LadderTimes(
        Duration ringSuspected,
        Duration tier2,
        Duration tier3,
        Duration tier3Every,
        Duration hold,
        Duration disposition,
        Duration clinic,
        Duration township,
        Duration townshipEvery,
        Duration dispatchCertain,
        Duration dispatchScript,
        Duration dispatchPatience) {

    public static final LadderTimes DEFAULT = new LadderTimes(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(1),
            Duration.ofMinutes(3),
            Duration.ofMinutes(2));
}
