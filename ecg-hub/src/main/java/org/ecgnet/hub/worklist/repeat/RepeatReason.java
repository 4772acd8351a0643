package org.ecgnet.hub.worklist.repeat;

/** Why an exam cannot be judged, with what the clinic shall do about it. */
public enum RepeatReason {
    ELECTRODE_OFF(
            "电极脱落，请检查各电极，擦净皮肤后重贴再采集",
            "An electrode is off: check each, clean the skin, stick it on again, record again"),
    LEADS_SWAPPED("导联可能接反，请按颜色核对后重新采集", "Leads may be swapped: check the colours, record again"),
    MUSCLE_NOISE("肌电干扰大，请让病人平躺放松、注意保暖后重新采集", "Muscle noise: let the patient lie relaxed and warm, record again"),
    MAINS_HUM("交流电干扰大，请移开电器、检查接地后重新采集", "Mains hum: move appliances away, check the earth, record again"),
    BASELINE_WANDER(
            "基线漂移大，请让病人平静呼吸、重贴电极后重新采集", "The baseline wanders: quiet breathing, fresh electrodes, record again"),
    TOO_SHORT("记录太短，请采集满 10 秒", "Too short: record the full 10 seconds"),
    WRONG_PATIENT("病人信息有误，请核对身份后重新采集", "The patient's data are wrong: check who it is, record again"),
    OTHER("请按说明重新采集", "Record again as described");

    private final String chinese;
    private final String english;

    RepeatReason(String chinese, String english) {
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
