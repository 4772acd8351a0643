package org.ecgnet.hub.paging.channel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.paging.channel.PageMessage;
import org.junit.jupiter.api.Test;

class GatewayTemplateTest {

    @Test
    void aNameCannotBreakOutOfTheJsonNorOfTheForm() {
        PageMessage page = page("卫生室\",\"to\":\"all\n");

        assertThat(filled("{\"a\":\"{address}\",\"s\":\"{site}\"}", true, page))
                .isEqualTo("{\"a\":\"138\",\"s\":\"卫生室\\\",\\\"to\\\":\\\"all\\n\"}");
        assertThat(filled("a={address}&s={site}", false, page("x&a=1"))).isEqualTo("a=138&s=x%26a%3D1");
    }

    @Test
    void aPlaceThatNoPageHasIsRefused() {
        assertThatThrownBy(() -> GatewayTemplate.of("{address} {patient}", true))
                .hasMessageContaining("{patient}")
                .hasMessageContaining("finding");
    }

    @Test
    void withoutAnAddressNobodyIsReached() {
        assertThatThrownBy(() -> GatewayTemplate.of("{case}", true)).hasMessageContaining("{address}");
    }

    private static String filled(String template, boolean json, PageMessage page) {
        return new String(GatewayTemplate.of(template, json).body(page), StandardCharsets.UTF_8);
    }

    private static PageMessage page(String site) {
        return new PageMessage(
                "id",
                17,
                "tier-1-ring",
                Urgency.RING,
                Recipient.TIER_1,
                "王医生",
                "138",
                "linhe-01",
                site,
                "HARD",
                List.of(),
                "https://hub.example/case/17",
                false,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
