package org.ecgnet.hub.identity;

import java.time.Duration;
import java.util.List;

/** What came of something about a second factor. */
public sealed interface SecondFactorAnswer {

    /**
     * To be put into the telephone; it counts once a code of it was given back.
     *
     * @param base32 the secret as people type it
     * @param uri the same as a QR code says it
     */
    record Begun(String base32, String uri) implements SecondFactorAnswer {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Begun[***]";
        }
    }

    /** @param recoveryCodes shown this once */
    record On(List<String> recoveryCodes) implements SecondFactorAnswer {
        public On {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        /** Without the codes. */
        @Override
        public String toString() {
            return "On[***]";
        }
    }

    /** Switched off. */
    record Off() implements SecondFactorAnswer {}

    /** The code was right, and is used up. */
    record CodeTaken() implements SecondFactorAnswer {}

    /** @param clockAhead of the telephone's clock, for {@link Why#CLOCK_OFF}; zero else */
    record Refused(Why why, Duration clockAhead) implements SecondFactorAnswer {

        static Refused because(Why why) {
            return new Refused(why, Duration.ZERO);
        }
    }

    /** Too many failures: nothing was looked at. */
    record TooMany(Duration retryAfter) implements SecondFactorAnswer {}

    /** Why something was refused. */
    enum Why {
        CODE_WRONG("验证码不对", "the code is wrong"),
        CODE_USED("这个验证码已用过, 请等下一个", "this code was used: wait for the next one"),
        CLOCK_OFF("手机时间不准, 请设为自动校时", "the telephone's clock is off: let it set itself"),
        RECOVERY_WRONG("恢复码不对或已用过", "the recovery code is wrong or was used"),
        /** The hub's key is another than the one it was sealed with. */
        UNREADABLE(
                "中心服务器无法读取您的验证器, 请管理员执行 account totp reset",
                "the hub cannot read your authenticator: ask for 'account totp reset'"),
        PASSWORD_WRONG("密码不对", "the password is wrong"),
        ALREADY_ON("已启用两步验证", "it is on already"),
        NOT_ON("没有启用两步验证", "it is not on"),
        NOT_BEGUN("请先开始启用", "begin first"),
        REQUIRED("县里要求您的角色使用两步验证", "the county demands it of your role");

        private final String chinese;
        private final String english;

        Why(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        /** True when somebody may be trying passwords or codes; such refusals make one wait. */
        public boolean guess() {
            return switch (this) {
                case CODE_WRONG, CODE_USED, CLOCK_OFF, RECOVERY_WRONG, PASSWORD_WRONG -> true;
                case UNREADABLE, ALREADY_ON, NOT_ON, NOT_BEGUN, REQUIRED -> false;
            };
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }
}
