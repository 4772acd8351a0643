package org.ecgnet.hub.register;

/** The register's columns in their order (CLINICAL section 5). */
public enum RegisterColumn {
    NUMBER("序号", "No."),
    DRILL("演练", "Drill"),
    PATIENT_NAME("患者姓名", "Patient", Source.HUB, true),
    SEX("性别", "Sex"),
    AGE("年龄", "Age"),
    IDENTITY("证件号", "ID number", Source.HUB, true),
    PATIENT_PHONE("患者电话", "Patient's telephone", Source.TEXT, true),
    PATIENT_ADDRESS("患者住址", "Patient's address", Source.TEXT, true),
    CLINIC("诊所", "Clinic"),
    CLINIC_PHONE("诊所电话", "Clinic's telephone"),
    UNIT("设备", "Unit"),
    OPERATOR("操作者", "Operator"),
    SYMPTOMS("症状", "Symptoms"),
    ONSET("发病时间", "Onset", Source.TIME, false),
    FIRST_CONTACT("首次医疗接触", "First medical contact", Source.TIME, false),
    ACQUIRED_FROM("采集开始", "Recording began"),
    ACQUIRED_TO("采集结束", "Recording ended"),
    RECEIVED("中心接收", "Received by the hub"),
    MACHINE_RED("机器判红时间", "Machine said red"),
    RULES("规则", "Rules"),
    CONTENT("危急值内容", "Critical content"),
    VALUES("测值", "Values"),
    CONFIRMED_AT("确认时间", "Confirmed"),
    CONFIRMED_BY("确认医师", "Confirmed by"),
    SECOND_CHECK("复核", "Second check"),
    NOTIFY_START("开始通知", "Notifying began"),
    CHANNELS("通知方式", "Channels"),
    RECEIVER_NAME("接收人", "Receiver", Source.TEXT, false),
    RECEIVER_ID("接收人工号", "Receiver's staff number", Source.TEXT, false),
    RECEIVER_PHONE("接收电话", "Receiver's telephone", Source.TEXT, false),
    READ_BACK("复述内容", "Read back"),
    READ_BACK_AT("复述时间", "Read back at"),
    READ_BACK_BY("复述人", "Read back by"),
    LATENCY_SECONDS("应答用时 (秒)", "Seconds to read-back"),
    CLINIC_SAW("诊所确认", "Clinic confirmed"),
    NOTIFIED_CLINICIAN("通知临床医师", "Clinician notified", Source.TEXT, false),
    NOTIFIED_AT("通知临床时间", "Clinician notified at", Source.TIME, false),
    DISPOSITION("处置", "Disposition"),
    DISPOSED_AT("处置时间", "Disposed at"),
    DISPOSED_BY("处置医师", "Disposed by"),
    AMBULANCE_ORDERED("呼叫 120", "120 called"),
    AMBULANCE_ANSWER("120 应答", "120 answered"),
    AMBULANCE_OUT("出车时间", "Ambulance out", Source.TIME, false),
    AMBULANCE_ARRIVED("到达现场", "Ambulance arrived", Source.TIME, false),
    RECEIVING_HOSPITAL("接诊医院", "Receiving hospital", Source.TEXT, false),
    DOOR("到院时间", "Door", Source.TIME, false),
    WIRE("导丝通过", "Wire", Source.TIME, false),
    OUTCOME("转归", "Outcome", Source.TEXT, false),
    FOLLOW_UP_7("7 日随访", "Follow-up, 7 days", Source.TEXT, false),
    FOLLOW_UP_30("30 日随访", "Follow-up, 30 days", Source.TEXT, false),
    REVIEW("质控评价", "Review", Source.REVIEW, false),
    REVIEW_NOTE("评价说明", "Review note", Source.TEXT, false),
    REPORTED_BY("报告医师", "Report signed by"),
    REPORTED_AT("报告时间", "Report signed at"),
    CLOSED("结案", "Closed"),
    REMARK("备注", "Remark", Source.TEXT, false);

    /** Where a value comes from. */
    public enum Source {
        /** The hub knows it. */
        HUB,
        /** Written by hand: words. */
        TEXT,
        /** Written by hand: a time. */
        TIME,
        /** Written by hand: a {@link Review}. */
        REVIEW
    }

    /** What the weekly review says of a red. */
    public enum Review {
        TRUE_ALARM("真阳性", "true alarm"),
        FALSE_ALARM("误报", "false alarm"),
        MISSED("漏报", "missed");

        private final String chinese;

        private final String english;

        Review(String chinese, String english) {
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

    private final String chinese;
    private final String english;
    private final Source source;
    private final boolean personal;

    RegisterColumn(String chinese, String english) {
        this(chinese, english, Source.HUB, false);
    }

    RegisterColumn(String chinese, String english, Source source, boolean personal) {
        this.chinese = chinese;
        this.english = english;
        this.source = source;
        this.personal = personal;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    public Source source() {
        return source;
    }

    /** True for what tells who the patient is: masked in lists. */
    public boolean personal() {
        return personal;
    }

    public boolean byHand() {
        return source != Source.HUB;
    }
}
