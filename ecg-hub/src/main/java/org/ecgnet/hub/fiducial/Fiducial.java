package org.ecgnet.hub.fiducial;

/** A mark of a beat, in the order in which they follow each other. */
public enum Fiducial {
    P_ON("pOn", "P 波起点", "P onset"),
    P_OFF("pOff", "P 波终点", "P end"),
    QRS_ON("qrsOn", "QRS 起点", "QRS onset"),
    J("j", "J 点", "J point"),
    T_PEAK("tPeak", "T 波顶点", "T peak"),
    T_END("tEnd", "T 波终点", "T end");

    private final String label;
    private final String chinese;
    private final String english;

    Fiducial(String label, String chinese, String english) {
        this.label = label;
        this.chinese = chinese;
        this.english = english;
    }

    /** As pages and files name it. */
    public String label() {
        return label;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
