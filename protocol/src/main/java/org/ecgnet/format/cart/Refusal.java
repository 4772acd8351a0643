package org.ecgnet.format.cart;

/** Why a file cannot be used, and what to do about it. */
public enum Refusal {
    UNKNOWN_FORMAT(
            "不认识这种文件格式。",
            "请在心电图机上把导出格式改为 SCP-ECG、HL7 aECG、DICOM、EDF+、Philips XML、MUSE XML 或 CardioSoft XML，再导出一次。",
            "This kind of file is not known.",
            "Set the cart to export SCP-ECG, HL7 aECG, DICOM, EDF+, Philips XML, MUSE XML or CardioSoft XML, and export again."),
    DAMAGED(
            "文件损坏或不完整。",
            "请从心电图机重新导出；若仍然如此，请检查U盘或网络。",
            "The file is damaged or not complete.",
            "Export it from the cart again; if that does not help, check the memory stick or the network."),
    TOO_LARGE(
            "文件太大。",
            "请只导出静息心电图（不超过五分钟），不要导出动态心电图。",
            "The file is too large.",
            "Export resting recordings only (up to five minutes), no Holter recordings."),
    NO_WAVEFORM(
            "文件里没有心电波形。",
            "请在心电图机的导出设置中打开“波形”（不要只导出报告或平均心搏）。",
            "There is no ECG waveform in the file.",
            "Switch waveforms on in the cart's export settings (not the report or the average beat alone)."),
    NO_UNITS(
            "文件没有说明波形的单位、增益或采样率，不能判读。",
            "请换一种导出格式，或联系厂家；请勿手工填写增益。",
            "The file does not say the unit, gain or rate of its waveform: it cannot be read safely.",
            "Choose another export format, or ask the maker; do not fill in a gain by hand."),
    NO_LEADS(
            "文件里的导联名称无法识别。",
            "请在心电图机上使用标准导联名称（I、II、V1 等）后重新导出。",
            "The leads in the file are not known by name.",
            "Set the cart to standard lead names (I, II, V1 ...) and export again."),
    NOT_SUPPORTED(
            "这个文件使用了本程序不支持的写法。",
            "请在心电图机上关闭压缩或有损选项，或换一种导出格式。",
            "The file uses a feature of its format that this program does not read.",
            "Switch compression or lossy options off on the cart, or choose another export format."),
    NO_TIME(
            "文件里没有记录时间。",
            "请检查心电图机的时钟后重新采集或导出。",
            "The file does not say when it was recorded.",
            "Check the cart's clock, then record or export again.");

    private final String chinese;
    private final String chineseRemedy;
    private final String english;
    private final String englishRemedy;

    Refusal(String chinese, String chineseRemedy, String english, String englishRemedy) {
        this.chinese = chinese;
        this.chineseRemedy = chineseRemedy;
        this.english = english;
        this.englishRemedy = englishRemedy;
    }

    /** What is wrong, in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** What to do, in Chinese. */
    public String chineseRemedy() {
        return chineseRemedy;
    }

    /** What is wrong, in English. */
    public String english() {
        return english;
    }

    /** What to do, in English. */
    public String englishRemedy() {
        return englishRemedy;
    }
}
