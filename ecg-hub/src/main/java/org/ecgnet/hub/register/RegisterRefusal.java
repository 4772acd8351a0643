package org.ecgnet.hub.register;

/**
 * Why nothing was written into the register.
 *
 * @param detail in English, what to do; never a patient's
 */
public record RegisterRefusal(Reason reason, String detail) {

    /** Kinds of refusals. */
    public enum Reason {
        NO_SUCH_LINE("没有这条登记"),
        NOT_BY_HAND("此栏由系统填写, 不能手改"),
        STALE("他人已先修改, 请重新核对"),
        REASON_MISSING("修改已有内容须写明理由"),
        UNCHANGED("内容没有变化"),
        UNFIT("内容不合要求");

        private final String chinese;

        Reason(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
