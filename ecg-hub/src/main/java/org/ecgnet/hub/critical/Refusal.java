package org.ecgnet.hub.critical;

/**
 * Why the desk did not do what it was asked.
 *
 * @param detail in English, what to do; never a patient's name or number
 */
public record Refusal(Reason reason, String detail) {

    /** Kinds of refusals. */
    public enum Reason {
        NO_SUCH_CASE("没有这个病例"),
        CASE_CLOSED("病例已关闭"),
        ACCEPTED_BEFORE("您已接手, 请复述确认"),
        ACKNOWLEDGED_BEFORE("已有人确认"),
        NOT_ACKNOWLEDGED("请先复述确认"),
        NO_DISPOSITION("请先填写处置"),
        IDENTIFIER_MISSING("请复述两项患者标识"),
        IDENTIFIER_WRONG("患者标识不符"),
        FINDING_WRONG("危急值内容不符"),
        REASON_MISSING("请写明理由"),
        NOT_LOWER("须选择比红色低的级别"),
        NO_DISPATCH("没有可取消的派车");

        private final String chinese;

        Reason(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
