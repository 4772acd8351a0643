package org.ecgnet.triage.reversal;

import java.util.List;
import java.util.stream.Stream;

/**
 * Two electrodes exchanged.
 *
 * <p>RA, LA, LL, RL are the limb electrodes; RL is the amplifier's reference. An exchange of RA, LA and LL among
 * themselves leaves their mean, the Wilson central terminal, and with it the chest leads as they are. With RL in the
 * place of an arm the terminal moves by a third of the lost lead, and so does every chest lead; the legs being at almost
 * one potential, lead II (RA on RL) or III (LA on RL) is nearly flat (Haisty et al., Am J Cardiol 1993;71:1490, quoted from
 * memory; the lead algebra is Kirchhoff's).
 */
public enum ElectrodeSwap {
    RA_LA("右臂(RA)与左臂(LA)", "right arm (RA) and left arm (LA)"),
    RA_LL("右臂(RA)与左腿(LL)", "right arm (RA) and left leg (LL)"),
    LA_LL("左臂(LA)与左腿(LL)", "left arm (LA) and left leg (LL)"),
    RA_RL("右臂(RA)与右腿(RL)", "right arm (RA) and right leg (RL)"),
    LA_RL("左臂(LA)与右腿(RL)", "left arm (LA) and right leg (RL)"),
    V1_V2("V1与V2", "V1 and V2"),
    V2_V3("V2与V3", "V2 and V3"),
    V3_V4("V3与V4", "V3 and V4"),
    V4_V5("V4与V5", "V4 and V5"),
    V5_V6("V5与V6", "V5 and V6");

    private static final int FIRST_CHEST_LEAD = 2;

    private final String chinese;
    private final String english;

    ElectrodeSwap(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The exchanges that can be undone, because they lose nothing: each is its own inverse. */
    public static List<ElectrodeSwap> reversible() {
        return Stream.of(values())
                .filter(swap -> swap != RA_RL && swap != LA_RL)
                .toList();
    }

    /** Both electrodes in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** Both electrodes in English. */
    public String english() {
        return english;
    }

    /** True for an exchange of limb electrodes. */
    public boolean limb() {
        return compareTo(LA_RL) <= 0;
    }

    /** True when the limb leads alone cannot tell it from a change of the heart's position. */
    public boolean possibleOnly() {
        return this == LA_LL;
    }

    /**
     * One instant of the eight leads as it is recorded with these electrodes exchanged.
     *
     * @param correct I, II, V1 to V6 with the electrodes where they belong, in any unit
     */
    public double[] of(double[] correct) {
        double one = correct[0];
        double two = correct[1];
        double three = two - one;
        return switch (this) {
            case RA_LA -> limb(correct, -one, three, 0);
            case RA_LL -> limb(correct, -three, -two, 0);
            case LA_LL -> limb(correct, two, one, 0);
            case RA_RL -> limb(correct, -three, 0, -two / 3);
            case LA_RL -> limb(correct, two, two, -three / 3);
            case V1_V2 -> chest(correct, 2);
            case V2_V3 -> chest(correct, 3);
            case V3_V4 -> chest(correct, 4);
            case V4_V5 -> chest(correct, 5);
            case V5_V6 -> chest(correct, 6);
        };
    }

    private static double[] limb(double[] correct, double one, double two, double terminal) {
        double[] recorded = correct.clone();
        recorded[0] = one;
        recorded[1] = two;
        for (int k = FIRST_CHEST_LEAD; k < recorded.length; k++) {
            recorded[k] += terminal;
        }
        return recorded;
    }

    private static double[] chest(double[] correct, int first) {
        double[] recorded = correct.clone();
        recorded[first] = correct[first + 1];
        recorded[first + 1] = correct[first];
        return recorded;
    }
}
