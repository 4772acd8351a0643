package org.ecgnet.triage.ischemia;

import java.util.List;
import org.ecgnet.ecg.Lead;

/**
 * Two leads that look at neighbouring parts of the heart (Thygesen 2018; AHA/ACCF/HRS 2009, part VI: limb leads in the
 * order of Cabrera).
 */
record Contiguous(Lead first, Lead second) {

    static final List<Contiguous> PAIRS = List.of(
            new Contiguous(Lead.AVL, Lead.I),
            new Contiguous(Lead.II, Lead.AVF),
            new Contiguous(Lead.AVF, Lead.III),
            new Contiguous(Lead.II, Lead.III),
            new Contiguous(Lead.V1, Lead.V2),
            new Contiguous(Lead.V2, Lead.V3),
            new Contiguous(Lead.V3, Lead.V4),
            new Contiguous(Lead.V4, Lead.V5),
            new Contiguous(Lead.V5, Lead.V6),
            new Contiguous(Lead.V6, Lead.V7),
            new Contiguous(Lead.V7, Lead.V8),
            new Contiguous(Lead.V8, Lead.V9),
            new Contiguous(Lead.V3R, Lead.V4R));
}
