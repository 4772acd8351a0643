package org.ecgnet.ecg;

/** The flags that the clinic sets with one tap each; any of them makes some rules stricter. */
public record Symptoms(boolean chestPain, boolean syncope, boolean dyspnoea, boolean shock) {

    public static final Symptoms NONE = new Symptoms(false, false, false, false);

    /** True when any flag is set. */
    public boolean any() {
        return chestPain || syncope || dyspnoea || shock;
    }
}
