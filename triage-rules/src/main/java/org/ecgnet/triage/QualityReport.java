package org.ecgnet.triage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.reversal.LeadReversal;

/**
 * How well the recording can be judged.
 *
 * @param level of the whole
 * @param leads level of each lead that is not good
 * @param reasons what is wrong and what to do, one a cause
 * @param reversal electrodes that seem exchanged
 */
public record QualityReport(
        Level level, Map<Lead, Level> leads, List<Reason> reasons, Optional<LeadReversal> reversal) {

    public static final QualityReport GOOD = new QualityReport(Level.GOOD, Map.of(), List.of(), Optional.empty());

    public QualityReport {
        leads = Collections.unmodifiableMap(new TreeMap<>(leads)); // in order: the same input says the same
        reasons = List.copyOf(reasons);
    }

    /** How usable a lead or a recording is. */
    public enum Level {
        GOOD,
        POOR,
        UNREADABLE
    }

    /** A cause in plain words, with the remedy. */
    public record Reason(String code, List<Lead> leads, String chinese, String english) {
        public Reason {
            leads = List.copyOf(leads);
        }
    }
}
