package org.ecgnet.hub.paging.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTargetsTest {

    private static final AllowedTargets TARGETS =
            new AllowedTargets(List.of("page.county.example", "10.20.0.0/16", "fd00:20::/32"), false);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "https://page.county.example/hook, true",
        "https://PAGE.county.example:8443/hook, true",
        "https://10.20.0.1/, true",
        "https://10.20.255.255/, true",
        "https://10.21.0.0/, false",
        "https://10.19.255.255/, false",
        "https://[fd00:20::5]/, true",
        "https://[fd00:21::5]/, false",
        "https://other.example.invalid/, false",
        "http://page.county.example/hook, false",
        "ftp://page.county.example/hook, false",
        "https:///nohost, false",
    })
    void onlyWhatIsListedAndEncrypted(URI target, boolean allowed) {
        assertThat(TARGETS.problem(target).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void plainHttpOnlyToThisMachineAndOnlyWhereAllowed() {
        URI loopback = URI.create("http://127.0.0.1:9000/");
        var demo = new AllowedTargets(List.of("127.0.0.1", "page.county.example"), true);

        assertThat(demo.problem(loopback)).isEmpty();
        assertThat(demo.problem(URI.create("http://page.county.example/"))).isPresent();
        assertThat(new AllowedTargets(List.of("127.0.0.1"), false).problem(loopback))
                .isPresent();
        assertThat(new AllowedTargets(List.of(), true).problem(loopback))
                .hasValueSatisfying(problem -> assertThat(problem).contains("'allow'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.20.0.0/33", "10.20.0.0/-1", "10.20.0.0/x", "host/8", "fd00::/129"})
    void aNetworkOfAnotherFormIsRefused(String entry) {
        assertThatThrownBy(() -> new AllowedTargets(List.of(entry), false)).hasMessageContaining(entry);
    }
}
