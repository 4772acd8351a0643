package org.ecgnet.hub.report;

/**
 * Why a report was not signed; nothing was changed, and what the reader wrote is kept as a draft.
 *
 * @param detail in English, what to do; never a patient's name or number
 */
public record ReportRefusal(Reason reason, String detail) {

    /** Kinds of refusals. */
    public enum Reason {
        NO_SUCH_EXAM("没有这份心电图"),
        NOT_READ("机器尚未判读完, 请稍候"),
        NEW_READING("机器有新的判读, 请重新核对"),
        NEW_MARKS("有人刚刚移动过测量标记, 请重新核对测量值"),
        STALE("他人已先签发, 您的文字已保留"),
        UNJUDGED("仍有机器判读未处理"),
        RED_NEEDS_CHOICE("危急判读须逐条单独选择"),
        WORDS_MISSING("请写明修改内容或否定理由"),
        EMPTY("报告没有内容"),
        LEVEL_REASON_MISSING("级别低于机器判读, 请写明理由"),
        RED_CASE_OPEN("危急病例尚未降级, 请先在病例中说明理由降级"),
        AMENDMENT_REASON_MISSING("修改已签报告须写明理由"),
        LICENCE_UNFIT("执业证书编号过长"),
        NO_REPORT("没有待签的报告"),
        SIGNED_BEFORE("报告已签完"),
        SECOND_IS_FIRST("须由另一位医师复核"),
        SECOND_TOO_SOON("夜间一人两次须间隔后重新阅图"),
        SECOND_NOT_LOOKED("请先重新打开心电图再复核"),
        SECOND_DISAGREES("复核意见不一致, 请修改报告"),
        SEAL_FAILED("签名服务未完成签名, 请重试");

        private final String chinese;

        Reason(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
