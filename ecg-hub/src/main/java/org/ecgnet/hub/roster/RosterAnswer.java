package org.ecgnet.hub.roster;

import java.util.List;

/** What came of a change to the roster. */
public sealed interface RosterAnswer {

    /** @param holes what is still missing in the days around the change */
    record Done(List<Hole> holes) implements RosterAnswer {}

    /** Not done, for it would open these holes: ask again and say that they are accepted. */
    record OpensHoles(List<Hole> holes) implements RosterAnswer {}

    /** Not done. */
    record Refused(Reason reason, String detail) implements RosterAnswer {}

    /** Why a change is refused. */
    enum Reason {
        NO_SUCH_PERSON("没有这个人"),
        NO_SUCH_SHIFT("没有这个班次"),
        NO_SUCH_CHANNEL("没有这个通道"),
        NO_SUCH_ACCOUNT("没有这个账号"),
        SAME_PERSON("是同一个人"),
        OVERLAPS("此人同级已有重叠班次"),
        OVER("班次已结束"),
        OUTSIDE_THE_SHIFT("时间不在班次之内"),
        NOT_AGREED("请写明由谁同意");

        private final String chinese;

        Reason(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
