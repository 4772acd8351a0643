package org.ecgnet.triage.statement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Sex;
import org.ecgnet.triage.measure.Contiguous;
import org.ecgnet.triage.measure.LeadLevels;
import org.ecgnet.triage.measure.MeasuredEcg;
import org.ecgnet.triage.measure.StShape;

/**
 * Scores of ST, T and Q. Each is the logistic of how far two contiguous leads together reach a published limit, so that
 * the limit itself scores a half; what a block, pacing or pre-excitation explains scores little.
 */
final class ShapeStatements {

    private static final Set<Lead> V2_V3 = Set.of(Lead.V2, Lead.V3);
    private static final Set<Lead> V1_TO_V3 = Set.of(Lead.V1, Lead.V2, Lead.V3);

    /** Fourth Universal Definition (2018), ST at J: V2 and V3 by sex and age, the other leads 0.1 mV. */
    private static final double ELEVATION = 100;

    private static final double ELEVATION_MAN = 200;
    private static final double ELEVATION_YOUNG_MAN = 250;
    private static final double ELEVATION_WOMAN = 150;
    private static final int YOUNG_YEARS = 40;

    /** The same: horizontal or falling depression of 0.05 mV. */
    private static final double DEPRESSION = 50;

    /** The same: T inverted by 0.1 mV. */
    private static final double INVERSION = 100;

    /** An ST that climbs by more within 80 ms is none of ischaemia (proposed). */
    private static final double CLIMB = 25;

    private static final double STRAIN_SHARE = 0.25;

    /** A quarter of the limit more is asked for without a depression elsewhere, as much less with one (proposed). */
    private static final double MIRROR_ASKED = 0.25;

    private static final double STEEPNESS = 4;

    private final MeasuredEcg ecg;
    private final Scores soFar;
    private final Patient patient;

    private ShapeStatements(MeasuredEcg ecg, Scores soFar, Patient patient) {
        this.ecg = ecg;
        this.soFar = soFar;
        this.patient = patient;
    }

    /** @param soFar the scores of rhythm and conduction, which explain many changes of shape */
    static Map<String, Double> of(MeasuredEcg ecg, Scores soFar, Patient patient) {
        return new ShapeStatements(ecg, soFar, patient).scores();
    }

    private Map<String, Double> scores() {
        double own = 1;
        for (String explained : new String[] {"LBBB", "PACED", "WPW", "VT"}) {
            own *= 1 - soFar.of(explained);
        }
        double elevation = Contiguous.shared(Contiguous.PAIRS, this::elevation);
        double depression = Contiguous.shared(Contiguous.PAIRS, this::depression);
        double infarcting = Contiguous.shared(Contiguous.PAIRS, this::infarcting);
        double mirrored = Math.min(1, depression) / 2;
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put("STE", own * reached(elevation));
        scores.put("STD", own * reached(depression));
        scores.put("TWI", own * reached(Contiguous.shared(Contiguous.PAIRS, this::inversion)));
        scores.put("MI_OLD", own * OldInfarction.score(ecg, soFar));
        scores.put("MI_ACUTE", own * reached(infarcting + mirrored - MIRROR_ASKED));
        return scores;
    }

    private static double reached(double share) {
        return Statements.logistic(STEEPNESS * (share - 1));
    }

    /** Share of the limit that J and, a fifth less, J + 40 ms reach: the end of a slurred QRS is gone by then. */
    private double elevation(Lead lead) {
        LeadLevels levels = levels(lead);
        return Math.min(levels.j(), levels.st().j40() / 0.8) / limit(lead);
    }

    /** The same, but nothing where hypertrophy raises ST against a deep S by less than a quarter of it (Armstrong 2012). */
    private double infarcting(Lead lead) {
        LeadLevels levels = levels(lead);
        double height = levels.r() - Math.min(levels.s(), levels.q());
        boolean strain = soFar.claimed("LVH") && levels.area() < 0 && levels.j() < STRAIN_SHARE * height;
        return strain ? 0 : elevation(lead);
    }

    private double limit(Lead lead) {
        if (!V2_V3.contains(lead)) {
            return ELEVATION;
        }
        if (patient.sex() != Sex.MALE) {
            return ELEVATION_WOMAN;
        }
        return patient.ageYears().orElse(YOUNG_YEARS) < YOUNG_YEARS ? ELEVATION_YOUNG_MAN : ELEVATION_MAN;
    }

    /** The mean of the segment's first 80 ms, steadier than a single point of it. */
    private double depression(Lead lead) {
        LeadLevels levels = levels(lead);
        StShape st = levels.st();
        boolean climbing = st.j80() > levels.j() + CLIMB;
        double mean = (levels.j() + st.j20() + st.j40() + levels.j60() + st.j80()) / 5;
        return climbing || followsBlock(lead) ? 0 : -mean / DEPRESSION;
    }

    /** Where R prevails; V1 to V3 may be negative in health. A wave that first goes up counts when it goes down further. */
    private double inversion(Lead lead) {
        LeadLevels levels = levels(lead);
        boolean upright = levels.r() > -Math.min(levels.s(), levels.q());
        boolean counted = upright && lead != Lead.V1 && !followsBlock(lead);
        boolean negative = -levels.tWave().negative() > levels.tWave().positive() / 2;
        return counted && negative ? -levels.tWave().negative() / INVERSION : 0;
    }

    private boolean followsBlock(Lead lead) {
        return V1_TO_V3.contains(lead) && soFar.claimed("RBBB");
    }

    private LeadLevels levels(Lead lead) {
        return ecg.levels().getOrDefault(lead, LeadLevels.NONE);
    }
}
