package org.ecgnet.hub.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSealerIT {

    private static final Signer WANG = new Signer("wang", "王医生", "110441000000001", "10.0.0.1");
    private static final CanonicalReport CANONICAL = new CanonicalReport("conclusion=6:张三\n");

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer gateway;
    private int status = 200;
    private String answer = "{\"method\":\"SM2\",\"proof\":\"abcd\"}";

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/seal", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void theGatewaySealsTheDigestAndLearnsNoWord() {
        assertThat(sealer().seal(CANONICAL, WANG)).isEqualTo(new Seal("SM2", "abcd"));

        assertThat(asked).hasSize(1);
        assertThat(asked.peek())
                .contains(CANONICAL.digest(), "110441000000001", "SHA-256")
                .doesNotContain("张三", "王医生");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {"500|{}", "302|{}", "200|{}", "200|no JSON", "200|{\"method\":\"SM2\",\"proof\":\"\"}"})
    void whatIsNotSealedIsNotSigned(int code, String body) {
        status = code;
        answer = body;

        assertThatThrownBy(() -> sealer().seal(CANONICAL, WANG)).isInstanceOf(SealException.class);
    }

    @Test
    void aGatewayThatIsAwayIsToldInWords() {
        var away = sealer();
        gateway.stop(0);

        assertThatThrownBy(() -> away.seal(CANONICAL, WANG))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("does not answer");
    }

    private HttpSealer sealer() {
        return new HttpSealer(
                URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/seal"), Duration.ofSeconds(5));
    }
}
