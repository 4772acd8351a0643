package org.ecgnet.hub.paging.channel.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Signatures against values that OpenSSL computed from the vendors' formulas. */
class BotSignatureTest {

    @Test
    void dingTalkSignsTimeAndSecretByTheSecret() {
        assertThat(DingTalk.signature("demo-secret", 1599360473000L))
                .isEqualTo("YdZvxlTSCW95+TPaewZu3nSZKgiCl//mPuRKqtKCA7k=");
    }

    @Test
    void feishuSignsNothingByTimeAndSecret() {
        assertThat(Feishu.signature("demo-secret", 1599360473L))
                .isEqualTo("3/MaVZ8JLIy4TUG+7KSFJqvUkTKd+HWY8g+56DZWq8s=");
    }

    @Test
    void theSignatureIsEncodedForTheQueryThatIsThere() {
        URI signed = new DingTalk(Optional.of("demo-secret"))
                .address(
                        URI.create("https://oapi.dingtalk.com/robot/send?access_token=x"),
                        Instant.ofEpochSecond(1599360473));

        assertThat(signed)
                .hasToString("https://oapi.dingtalk.com/robot/send?access_token=x&timestamp=1599360473000"
                        + "&sign=YdZvxlTSCW95%2BTPaewZu3nSZKgiCl%2F%2FmPuRKqtKCA7k%3D");
    }

    @Test
    void withoutASecretNothingIsSigned() {
        URI webhook = URI.create("https://oapi.dingtalk.com/robot/send?access_token=x");

        assertThat(new DingTalk(Optional.empty()).address(webhook, Instant.EPOCH))
                .isEqualTo(webhook);
        assertThat(new String(new Feishu(Optional.empty()).body("text", java.util.List.of(), Instant.EPOCH)))
                .doesNotContain("sign");
    }
}
