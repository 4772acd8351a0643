package org.ecgnet.hub.critical;

/** What is done with the patient. */
public enum Disposition {
    TRANSFER("转院"),
    CALL_120("呼叫 120"),
    THROMBOLYSIS("溶栓"),
    OBSERVE("观察"),
    REFUSED("患者拒绝");

    private final String chinese;

    Disposition(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
