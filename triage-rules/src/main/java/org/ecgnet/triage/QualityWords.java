package org.ecgnet.triage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecgnet.ecg.Lead;
import org.ecgnet.triage.quality.GainDoubt;
import org.ecgnet.triage.quality.LeadTrouble;
import org.ecgnet.triage.quality.LooseElectrode;
import org.ecgnet.triage.reversal.LeadReversal;
import org.ecgnet.triage.reversal.Placement;

/** What is wrong with a recording and what to do about it, as the village doctor reads it. */
final class QualityWords {

    static final QualityReport.Reason LEADS_DISAGREE = whole(
            "LEADS_DISAGREE",
            "I、II、III 导联互相矛盾：请检查各导联增益与导联名称后重做。",
            "Leads I, II and III contradict each other: check the gain and the names of the leads and repeat.");

    private static final QualityReport.Reason MIRRORED = whole(
            "DEXTROCARDIA",
            "I 导联与胸导联均指向右侧：可能为右位心，请核对电极；如无误，请加做右胸导联。",
            "Lead I and the chest leads point to the right: perhaps the heart lies on the right; check the electrodes,"
                    + " and if they are right record right chest leads as well.");

    private static final QualityReport.Reason ARMS_ON_LEGS = whole(
            "ARMS_ON_LEGS",
            "I 导联几乎无信号：双臂电极可能接到了双腿，请纠正后重做。",
            "Lead I is almost flat: both arm electrodes seem to be on the legs; correct them and repeat.");

    private QualityWords() {}

    static QualityReport.Reason of(LeadTrouble trouble, List<Lead> bad) {
        String names = String.join(", ", bad.stream().map(Lead::label).toList());
        return new QualityReport.Reason(trouble.name(), bad, trouble.chinese(names), trouble.english(names));
    }

    static QualityReport.Reason of(LooseElectrode electrode, Set<Lead> bad) {
        return new QualityReport.Reason(
                "ELECTRODE_" + electrode,
                bad.stream().sorted().toList(),
                "最可能是" + electrode.chinese() + "接触不良：清洁皮肤，重新贴好后重做。",
                "Most likely " + electrode.english()
                        + " has lost contact: clean the skin, attach it again and repeat.");
    }

    /** Of a patient with symptoms: what the leads show may be normal, and an infarction lie where none looks. */
    static QualityReport.Reason fewLeads(List<Lead> recorded) {
        String names = String.join(", ", recorded.stream().map(Lead::label).toList());
        return whole(
                "FEW_LEADS",
                "病人有症状而仅记录了 " + names + " 导联：不能排除心肌缺血或梗死，请用 12 导联重做。",
                "The patient has symptoms and only " + names
                        + " was recorded: ischaemia or infarction cannot be ruled out, record 12 leads.");
    }

    static QualityReport.Reason tooShort(double recordedSeconds, double usableSeconds) {
        return recordedSeconds - usableSeconds < 0.5
                ? whole(
                        "TOO_SHORT",
                        "记录仅 %.1f 秒：请重新采集至少 10 秒。".formatted(recordedSeconds),
                        "Only %.1f s were recorded: record at least 10 s again.".formatted(recordedSeconds))
                : whole(
                        "TOO_SHORT",
                        "可用信号仅 %.1f 秒：请检查电极后重新采集至少 10 秒。".formatted(usableSeconds),
                        "Only %.1f s can be used: check the electrodes and record at least 10 s again."
                                .formatted(usableSeconds));
    }

    static QualityReport.Reason of(GainDoubt doubt) {
        return doubt == GainDoubt.TOO_SMALL
                ? whole(
                        "GAIN_TOO_SMALL",
                        "全部导联幅度异常偏小：请核对心电机增益（10 mm/mV）后重做；如增益无误，为极低电压，请医生判读。",
                        "All leads are implausibly small: check the unit's gain (10 mm/mV) and repeat; if the gain is"
                                + " right the voltage is very low: have a physician read this.")
                : whole(
                        "GAIN_TOO_LARGE",
                        "导联幅度异常偏大：请核对心电机增益（10 mm/mV）后重做。",
                        "The leads are implausibly large: check the unit's gain (10 mm/mV) and repeat.");
    }

    /** Nothing where every electrode seems right. */
    static List<QualityReport.Reason> of(Placement placement) {
        if (placement.mirrored()) {
            return List.of(MIRRORED);
        }
        if (placement.armsOnLegs()) {
            return List.of(ARMS_ON_LEGS);
        }
        Optional<LeadReversal> reversal = placement.reversal();
        return reversal.map(QualityWords::exchanged).stream().toList();
    }

    private static QualityReport.Reason exchanged(LeadReversal reversal) {
        String chinese = reversal.swap().chinese();
        String english = reversal.swap().english();
        return reversal.possibleOnly()
                ? whole(
                        "LEAD_REVERSAL",
                        chinese + " 电极有接反的可能：请核对电极位置，如有误请纠正后重做。",
                        "Electrodes " + english
                                + " are possibly exchanged: check them; if so, correct them and repeat.")
                : whole(
                        "LEAD_REVERSAL",
                        chinese + " 电极似乎接反：请核对电极颜色与位置，纠正后重做心电图。",
                        "Electrodes " + english
                                + " seem exchanged: check their colours and places, correct them and repeat.");
    }

    private static QualityReport.Reason whole(String code, String chinese, String english) {
        return new QualityReport.Reason(code, List.of(), chinese, english);
    }
}
