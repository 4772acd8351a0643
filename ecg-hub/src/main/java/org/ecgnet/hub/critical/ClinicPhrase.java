package org.ecgnet.hub.critical;

/** What a cardiologist can say to a clinic by one touch. No drug and no dose: those are the county's own protocol's. */
public enum ClinicPhrase {
    READING_IT("已看到心电图, 正在处理。", "I have the ECG and am dealing with it."),
    STAY("请守在病人身边, 持续监护, 备好除颤器。", "Stay with the patient, keep monitoring, have the defibrillator ready."),
    REPEAT("请马上重做一份心电图, 检查电极。", "Repeat the ECG now and check the electrodes."),
    CALL_BACK("请马上给我回电话。", "Call me back now."),
    PREPARE_TRANSFER("请准备转运, 带上病历和心电图。", "Prepare the transfer, with the notes and the ECG."),
    CALL_120("请立即拨打 120。", "Call 120 now.");

    private final String chinese;
    private final String english;

    ClinicPhrase(String chinese, String english) {
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
