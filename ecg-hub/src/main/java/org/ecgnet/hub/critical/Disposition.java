package org.ecgnet.hub.critical;

/** What is done with the patient. */
public enum Disposition {
    TRANSFER("转院", "transfer"),
    CALL_120("呼叫 120", "120 called"),
    THROMBOLYSIS("溶栓", "thrombolysis"),
    OBSERVE("观察", "observe"),
    REFUSED("患者拒绝", "patient refuses");

    private final String chinese;

    private final String english;

    Disposition(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
