package org.ecgnet.triage.quality;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.Lead;

/**
 * The electrode whose loss explains which leads are bad: each limb electrode enters two of I, II and III, and leaves the
 * third clean; colours of the wires after IEC 60601-2-25.
 */
public enum LooseElectrode {
    RA("右臂电极（红色 R）", "the right arm electrode (red, R)"),
    LA("左臂电极（黄色 L）", "the left arm electrode (yellow, L)"),
    LL("左腿电极（绿色 F）", "the left leg electrode (green, F)"),
    RL("右腿电极（黑色 N）及导联线总插头", "the right leg electrode (black, N) and the cable's plug"),
    CHEST("胸导联线", "the cable of the chest leads"),
    V1("V1电极（红色 C1）", "electrode V1 (red, C1)"),
    V2("V2电极（黄色 C2）", "electrode V2 (yellow, C2)"),
    V3("V3电极（绿色 C3）", "electrode V3 (green, C3)"),
    V4("V4电极（棕色 C4）", "electrode V4 (brown, C4)"),
    V5("V5电极（黑色 C5）", "electrode V5 (black, C5)"),
    V6("V6电极（紫色 C6）", "electrode V6 (violet, C6)");

    private static final List<Lead> CHEST_LEADS = List.of(Lead.V1, Lead.V2, Lead.V3, Lead.V4, Lead.V5, Lead.V6);

    private final String chinese;
    private final String english;

    LooseElectrode(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /**
     * The one electrode that explains the bad leads; empty when none or more than one must be loose.
     *
     * @param recorded the leads of the unit with those that follow from them
     * @param bad those that cannot be used
     */
    public static Optional<LooseElectrode> of(Set<Lead> recorded, Set<Lead> bad) {
        boolean one = bad.contains(Lead.I);
        boolean two = bad.contains(Lead.II);
        boolean three = bad.contains(Lead.III);
        if (!recorded.containsAll(List.of(Lead.I, Lead.II, Lead.III))) {
            return Optional.empty();
        }
        if (one && two && three) {
            return Optional.of(RL);
        }
        if (one || two || three) {
            return one && two
                    ? Optional.of(RA)
                    : one && three ? Optional.of(LA) : two && three ? Optional.of(LL) : Optional.empty();
        }
        List<Lead> chest = CHEST_LEADS.stream().filter(bad::contains).toList();
        if (chest.size() == 1) {
            return Optional.of(valueOf(chest.get(0).name()));
        }
        return chest.size() == CHEST_LEADS.size() ? Optional.of(CHEST) : Optional.empty();
    }
}
