package org.ecgnet.ops.rules;

import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.sim.heart.Scenario;
import org.ecgnet.triage.Finding;

/**
 * A simulated heart on which a rule fires.
 *
 * @param setting of whom and how, such as {@code man of 60, chest pain}
 * @param level of the whole reading
 * @param rule simple name of the class that found it
 */
record Example(
        Scenario scenario, String setting, Recording recording, Finding finding, TriageLevel level, String rule) {}
