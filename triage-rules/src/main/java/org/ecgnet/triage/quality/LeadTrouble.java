package org.ecgnet.triage.quality;

/** What can be wrong with a lead, worst first. */
public enum LeadTrouble {
    ELECTRODE_OFF("电极脱落", "检查并重新贴好该导联电极", "electrode off", "check and re-attach the electrode of this lead"),
    FLAT("无信号（直线）", "检查导联线与电极连接", "flat", "check the lead wire and electrode"),
    SATURATED("信号饱和", "清洁皮肤，重新贴电极后重做", "saturated", "clean the skin, re-attach the electrode and repeat"),
    STEEP("信号跳变", "固定导联线，检查电极接触", "jumping", "fix the lead wire, check the electrode's contact"),
    NOISY(
            "肌电或电磁干扰过大",
            "请患者放松、保暖，远离电器后重做",
            "too noisy",
            "let the patient relax and keep warm, move away from electric devices, repeat"),
    MAINS("交流电干扰（已滤除）", "检查接地，移开手机、电热毯等电器", "mains hum (taken away)", "check the earthing, move electric devices away"),
    WANDERING("基线漂移过大", "请患者平静呼吸、勿动后重做", "baseline wandering", "let the patient breathe calmly and lie still, repeat");

    private final String chinese;
    private final String chineseRemedy;
    private final String english;
    private final String englishRemedy;

    LeadTrouble(String chinese, String chineseRemedy, String english, String englishRemedy) {
        this.chinese = chinese;
        this.chineseRemedy = chineseRemedy;
        this.english = english;
        this.englishRemedy = englishRemedy;
    }

    /** Cause and remedy in one sentence; {@code leads} as they are printed. */
    public String chinese(String leads) {
        return leads + " 导联" + chinese + "：" + chineseRemedy + "。";
    }

    /** Cause and remedy in one sentence; {@code leads} as they are printed. */
    public String english(String leads) {
        return leads + " " + english + ": " + englishRemedy + ".";
    }
}
