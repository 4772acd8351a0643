package org.ecgnet.protocol.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecgnet.ecg.SiteCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

    private static final SiteCode SITE = new SiteCode("clinic-012");

    @Test
    void eachSiteHasOneTopicADirection() {
        assertThat(Topics.up(SITE)).isEqualTo("ecg/v1/up/clinic-012");
        assertThat(Topics.down(SITE)).isEqualTo("ecg/v1/down/clinic-012");
        assertThat(Topics.allUp()).isEqualTo("ecg/v1/up/+");
    }

    @Test
    void theSiteIsReadBackFromItsUplinkTopic() {
        assertThat(Topics.siteOfUp(Topics.up(SITE))).contains(SITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ecg/v1/up/",
                "ecg/v1/up/+",
                "ecg/v1/up/#",
                "ecg/v1/up/a/b",
                "ecg/v1/down/a",
                "ecg/v2/up/a",
                "ecg/v1/up/A",
                "xecg/v1/up/a",
                "ecg/v1/up/a\n",
                "ecg/v1/up/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            })
    void noOtherTopicHasASite(String topic) {
        assertThat(Topics.siteOfUp(topic)).isEmpty();
    }
}
