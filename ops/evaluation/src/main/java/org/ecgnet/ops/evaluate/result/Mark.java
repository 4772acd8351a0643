package org.ecgnet.ops.evaluate.result;

/** A point of a beat's waves, in the order of time. */
public enum Mark {
    P_ON("pOn"),
    P_PEAK("pPeak"),
    P_OFF("pOff"),
    QRS_ON("qrsOn"),
    R("r"),
    QRS_OFF("qrsOff"),
    T_ON("tOn"),
    T_PEAK("tPeak"),
    T_OFF("tOff");

    private final String key;

    Mark(String key) {
        this.key = key;
    }

    /** As the JSON line and the report spell it. */
    public String key() {
        return key;
    }
}
