package org.ecgnet.sim.heart;

import static org.ecgnet.sim.heart.HeartLabel.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the simulator can play. */
public enum Scenario {
    NORMAL("sinus rhythm, 72/min", SINUS_RHYTHM),
    SINUS_BRADYCARDIA("sinus bradycardia, 44/min", HeartLabel.SINUS_BRADYCARDIA),
    SINUS_TACHYCARDIA("sinus tachycardia, 118/min", HeartLabel.SINUS_TACHYCARDIA),
    AF("atrial fibrillation, about 92/min", ATRIAL_FIBRILLATION),
    FLUTTER("atrial flutter, 300/min, 2:1", ATRIAL_FLUTTER),
    SVT("supraventricular tachycardia, 186/min", SUPRAVENTRICULAR_TACHYCARDIA),
    VT("monomorphic ventricular tachycardia, 182/min, dissociated atria", VENTRICULAR_TACHYCARDIA),
    POLYMORPHIC_VT("polymorphic ventricular tachycardia, twisting axis", POLYMORPHIC_VENTRICULAR_TACHYCARDIA),
    VF("coarse ventricular fibrillation", VENTRICULAR_FIBRILLATION),
    ASYSTOLE("3 s of sinus rhythm, then none", HeartLabel.ASYSTOLE),
    PAUSES("sinus rhythm with a pause of 5.4 s every 11 s", SINUS_RHYTHM, SINUS_PAUSE),
    COMPLETE_AV_BLOCK("complete AV block, atria 82/min, escape rhythm 32/min", HeartLabel.COMPLETE_AV_BLOCK),
    LBBB("left bundle branch block, 76/min", SINUS_RHYTHM, LEFT_BUNDLE_BRANCH_BLOCK),
    RBBB("right bundle branch block, 74/min", SINUS_RHYTHM, RIGHT_BUNDLE_BRANCH_BLOCK),
    ECTOPY("sinus rhythm with ventricular premature beats, every third", SINUS_RHYTHM, VENTRICULAR_ECTOPY),
    ANTERIOR_STEMI("acute anterior infarction, 92/min", SINUS_RHYTHM, ANTERIOR_ST_ELEVATION, RECIPROCAL_ST_DEPRESSION),
    INFERIOR_STEMI("acute inferior infarction, 64/min", SINUS_RHYTHM, INFERIOR_ST_ELEVATION, RECIPROCAL_ST_DEPRESSION),
    HYPERKALAEMIA("flat P, wide QRS, tented T, 58/min", HYPERKALAEMIA_PATTERN),
    LONG_QT("sinus rhythm, 64/min, QTc about 590 ms", SINUS_RHYTHM, HeartLabel.LONG_QT),
    PACED("ventricular pacing, 70/min", VENTRICULAR_PACING),
    LA_RA_SWAP("sinus rhythm, arm electrodes reversed", SINUS_RHYTHM, LA_RA_REVERSAL),
    NOISY("sinus rhythm under muscle tremor, motion and mains", SINUS_RHYTHM, NOISE),
    LEAD_OFF("sinus rhythm, left arm electrode off after 2 s", SINUS_RHYTHM, ELECTRODE_OFF),
    FIRST_DEGREE_AV_BLOCK("sinus rhythm, 70/min, PR about 300 ms", SINUS_RHYTHM, HeartLabel.FIRST_DEGREE_AV_BLOCK),
    WENCKEBACH("second-degree AV block, Mobitz I, 4:3, atria 78/min", SECOND_DEGREE_AV_BLOCK),
    MOBITZ_II("second-degree AV block, Mobitz II, 4:3, atria 80/min", SECOND_DEGREE_AV_BLOCK),
    TWO_TO_ONE_AV_BLOCK("2:1 AV block, atria 88/min", SECOND_DEGREE_AV_BLOCK),
    HIGH_GRADE_AV_BLOCK("3:1 AV block, atria 120/min", SECOND_DEGREE_AV_BLOCK),
    BIGEMINY("sinus rhythm, every second beat ventricular", SINUS_RHYTHM, VENTRICULAR_ECTOPY),
    SHORT_VT("sinus rhythm with runs of five wide beats at 170/min", SINUS_RHYTHM, VENTRICULAR_ECTOPY),
    R_ON_T("sinus rhythm, wide beats that begin on the T wave", SINUS_RHYTHM, VENTRICULAR_ECTOPY),
    CAPTURE_FAILURE("ventricular pacing, 70/min, four pulses of every eleven without a beat", VENTRICULAR_PACING),
    FLUTTER_VARIABLE("atrial flutter, 300/min, 2:1 to 4:1", ATRIAL_FLUTTER),
    PRE_EXCITED_AF("atrial fibrillation over an accessory pathway, about 195/min", ATRIAL_FIBRILLATION, PRE_EXCITATION),
    WPW("sinus rhythm, 74/min, short PR and delta wave", SINUS_RHYTHM, PRE_EXCITATION),
    LAFB("sinus rhythm, 70/min, left anterior fascicular block", SINUS_RHYTHM, LEFT_ANTERIOR_BLOCK),
    BIFASCICULAR_BLOCK(
            "right bundle and left anterior block, 68/min, PR about 260 ms",
            SINUS_RHYTHM,
            RIGHT_BUNDLE_BRANCH_BLOCK,
            LEFT_ANTERIOR_BLOCK,
            HeartLabel.FIRST_DEGREE_AV_BLOCK),
    ALTERNATING_BUNDLE_BRANCH_BLOCK(
            "three beats of right, three of left bundle branch block, 70/min",
            SINUS_RHYTHM,
            RIGHT_BUNDLE_BRANCH_BLOCK,
            LEFT_BUNDLE_BRANCH_BLOCK),
    LVH_STRAIN(
            "sinus rhythm, 76/min, left ventricular hypertrophy with strain",
            SINUS_RHYTHM,
            LEFT_VENTRICULAR_HYPERTROPHY),
    PULMONARY_EMBOLISM("S1Q3T3, T inverted in V1 to V4, 104/min", HeartLabel.SINUS_TACHYCARDIA, RIGHT_VENTRICULAR_LOAD),
    TAMPONADE(
            "low voltage, QRS alternans, 118/min", HeartLabel.SINUS_TACHYCARDIA, HeartLabel.LOW_VOLTAGE, QRS_ALTERNANS),
    T_ALTERNANS("T of every second beat at a third, 92/min", SINUS_RHYTHM, HeartLabel.T_ALTERNANS),
    SINE_WAVE("QRS and T one wave, no P, 84/min", HYPERKALAEMIA_PATTERN, HeartLabel.SINE_WAVE),
    SINOVENTRICULAR("no P, wide QRS, tented T, 46/min", HYPERKALAEMIA_PATTERN),
    PEAKED_T("sinus rhythm, 74/min, narrow QRS, tented T", SINUS_RHYTHM, HYPERKALAEMIA_PATTERN),
    HYPOKALAEMIA("sinus rhythm, 66/min, low T and large U", SINUS_RHYTHM, HYPOKALAEMIA_PATTERN),
    HYPOKALAEMIA_ECTOPY(
            "low T and large U, early wide beats of two shapes",
            SINUS_RHYTHM,
            HYPOKALAEMIA_PATTERN,
            VENTRICULAR_ECTOPY),
    INFANT_SINUS("an infant's sinus rhythm, 145/min", SINUS_RHYTHM, INFANT),
    INFANT_SVT("an infant's supraventricular tachycardia, 250/min", SUPRAVENTRICULAR_TACHYCARDIA, INFANT),
    INFANT_BRADYCARDIA("an infant's sinus bradycardia, 62/min", HeartLabel.SINUS_BRADYCARDIA, INFANT),
    EXTENSIVE_STEMI("anterior infarction of any size and rate", SINUS_RHYTHM, ANTERIOR_ST_ELEVATION),
    SEPTAL_STEMI("septal infarction of any size and rate", SINUS_RHYTHM, SEPTAL_ST_ELEVATION),
    LATERAL_STEMI("lateral infarction of any size and rate", SINUS_RHYTHM, LATERAL_ST_ELEVATION),
    HIGH_LATERAL_STEMI("high lateral infarction of any size and rate", SINUS_RHYTHM, LATERAL_ST_ELEVATION),
    LOW_STEMI("inferior infarction of any size and rate", SINUS_RHYTHM, INFERIOR_ST_ELEVATION),
    POSTERIOR_STEMI("posterior infarction of any size and rate", SINUS_RHYTHM, POSTERIOR_INFARCTION),
    INFEROPOSTERIOR_STEMI(
            "inferior and posterior infarction of any size and rate",
            SINUS_RHYTHM,
            INFERIOR_ST_ELEVATION,
            POSTERIOR_INFARCTION),
    RIGHT_VENTRICULAR_STEMI(
            "inferior infarction with the right ventricle, of any size and rate",
            SINUS_RHYTHM,
            INFERIOR_ST_ELEVATION,
            RIGHT_VENTRICULAR_INFARCTION),
    LBBB_STEMI(
            "left bundle branch block with concordant lateral elevation",
            SINUS_RHYTHM,
            LEFT_BUNDLE_BRANCH_BLOCK,
            LATERAL_ST_ELEVATION),
    DE_WINTER("de Winter's pattern of any size and rate", SINUS_RHYTHM, DE_WINTER_PATTERN),
    WELLENS_A("biphasic T of V2 to V4", SINUS_RHYTHM, WELLENS_SIGN),
    WELLENS_B("deeply inverted T of V2 to V4", SINUS_RHYTHM, WELLENS_SIGN),
    PERICARDITIS("diffuse ST elevation, PR depression", SINUS_RHYTHM, PERICARDITIS_PATTERN),
    EARLY_REPOLARISATION("notched end of QRS, tall T", SINUS_RHYTHM, HeartLabel.EARLY_REPOLARISATION),
    HYPERTROPHY_STRAIN(
            "high voltage, lateral strain, of any size and rate", SINUS_RHYTHM, LEFT_VENTRICULAR_HYPERTROPHY),
    BRUGADA("coved elevation of V1 and V2", SINUS_RHYTHM, BRUGADA_TYPE_1);

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<HeartLabel> labels;

    Scenario(String description, HeartLabel... labels) {
        this.description = description;
        this.labels = Set.copyOf(EnumSet.copyOf(List.of(labels)));
    }

    /** The name on the command line: {@code anterior-stemi}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String description() {
        return description;
    }

    public Set<HeartLabel> labels() {
        return labels;
    }

    /** The scenario of this name on the command line. */
    public static Optional<Scenario> named(String slug) {
        return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
    }
}
