package org.ecgnet.edge.electrode;

import java.util.Optional;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.quality.LeadTrouble;

/** The traffic light of one lead. */
public record LeadLight(Lead lead, Colour colour, Optional<LeadTrouble> trouble) {

    /** Red cannot be used, yellow can but is poor. */
    public enum Colour {
        GREEN,
        YELLOW,
        RED
    }
}
