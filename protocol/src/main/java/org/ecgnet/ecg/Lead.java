package org.ecgnet.ecg;

import java.util.List;
import java.util.Optional;

/** An electrocardiographic lead, in the order in which a standard 12-lead recording lists them. */
public enum Lead {
    I("I"),
    II("II"),
    III("III"),
    AVR("aVR"),
    AVL("aVL"),
    AVF("aVF"),
    V1("V1"),
    V2("V2"),
    V3("V3"),
    V4("V4"),
    V5("V5"),
    V6("V6"),
    V3R("V3R"),
    V4R("V4R"),
    V7("V7"),
    V8("V8"),
    V9("V9");

    /** The twelve standard leads. */
    public static final List<Lead> STANDARD_12 = List.of(I, II, III, AVR, AVL, AVF, V1, V2, V3, V4, V5, V6);

    /** The eight leads from which the standard twelve can be computed. */
    public static final List<Lead> INDEPENDENT_8 = List.of(I, II, V1, V2, V3, V4, V5, V6);

    private final String label;

    Lead(String label) {
        this.label = label;
    }

    /** The name printed on paper, such as {@code aVR}. */
    public String label() {
        return label;
    }

    /** True for the six leads of the frontal plane. */
    public boolean limb() {
        return compareTo(AVF) <= 0;
    }

    /** True for III, aVR, aVL and aVF, which follow from I and II. */
    public boolean derived() {
        return this == III || this == AVR || this == AVL || this == AVF;
    }

    /** The lead of this name, capitals or not; empty for a name no lead bears. */
    public static Optional<Lead> named(String name) {
        for (Lead lead : values()) {
            if (lead.label.equalsIgnoreCase(name.strip())) {
                return Optional.of(lead);
            }
        }
        return Optional.empty();
    }
}
