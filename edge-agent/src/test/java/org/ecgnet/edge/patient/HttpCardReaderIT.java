package org.ecgnet.edge.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.ecgnet.ecg.Sex;
import org.ecgnet.settings.SettingsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bridge program of our own invention: no vendor's fields are known to us from a public description. */
class HttpCardReaderIT {

    private final AtomicReference<String> answer = new AtomicReference<>("");
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean slow;
    private HttpServer bridge;

    @BeforeEach
    void start() throws IOException {
        bridge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bridge.createContext("/", exchange -> {
            asked.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (slow) {
                try {
                    closing.await(5, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            byte[] body = answer.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        bridge.start();
    }

    @AfterEach
    void stop() {
        closing.countDown();
        bridge.stop(0);
    }

    private CardReading read(String given, String request, CardMapping mapping, String code) {
        answer.set(given);
        URI address = URI.create("http://127.0.0.1:" + bridge.getAddress().getPort() + "/read");
        return new HttpCardReader(new CardReaderSettings(address, request, Duration.ofMillis(500), mapping)).read(code);
    }

    private CardReading read(String given) {
        return read(given, "", CardMapping.standard(), "");
    }

    @Test
    void aCardIsReadByTheNamesOfTheReference() {
        CardReading reading = read(
                """
                {"code": 0, "data": {"name": "张大娘 ", "idCard": "11010519491231002X", "sex": "女"}}""");

        assertThat(reading)
                .isEqualTo(new CardReading.Read(
                        new PatientCard(Optional.of("张大娘"), Optional.of("11010519491231002X"), Sex.FEMALE)));
        assertThat(asked.get()).isEqualTo("GET /read ");
    }

    @Test
    void anotherBridgesXmlIsReadByItsMapping() {
        CardMapping mapping = CardMapping.of(ConfigFactory.parseString(
                "ok = \"Result.@flag\", ok-values = [T], name = \"Person.Name\", identity = \"Person.Num\","
                        + " sex = \"Person.Sex\""));

        CardReading reading = read(
                "<?xml version=\"1.0\"?><R><Result flag=\"T\"/><Person><Name>李四</Name><Num>1</Num><Sex>1</Sex>"
                        + "</Person></R>",
                "",
                mapping,
                "");

        assertThat(reading)
                .isEqualTo(new CardReading.Read(new PatientCard(Optional.of("李四"), Optional.of("1"), Sex.MALE)));
    }

    @Test
    void aScannedCodeTravelsInTheBodyAndNeverInTheAddress() {
        read("{\"code\": 0, \"data\": {\"name\": \"x\"}}", "{\"qr\": \"{code}\"}", CardMapping.standard(), "AB\"C:1");

        assertThat(asked.get()).isEqualTo("POST /read {\"qr\": \"AB\\\"C:1\"}");
    }

    @Test
    void theBridgesOwnWordsAreHandedOnWhenItReadNothing() {
        assertThat(read("{\"code\": -1, \"message\": \"请放卡\"}"))
                .isEqualTo(new CardReading.Failed(CardReading.Why.NO_CARD, "请放卡"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{\"code\": 0}",
                "{\"code\": 0, \"data\": []}",
                "<a><b></a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "{\"code\": 0, include file(\"/etc/passwd\")}"
            })
    void anAnswerThatMakesNoSenseIsSaidToAndOpensNothing(String given) {
        assertThat(read(given)).isInstanceOf(CardReading.Failed.class);
    }

    @Test
    void aBridgeThatIsSlowOrNotRunningIsSaid() {
        slow = true;
        assertThat(read("{}")).isEqualTo(new CardReading.Failed(CardReading.Why.TOO_SLOW, ""));
        bridge.stop(0);
        assertThat(read("{}")).isEqualTo(new CardReading.Failed(CardReading.Why.NOT_RUNNING, ""));
    }

    @Test
    void onlyABridgeOnThisComputerIsTaken() {
        for (String url :
                new String[] {"https://127.0.0.1/", "http://10.0.0.1/", "http://reader.example/", "ftp://localhost/"}) {
            assertThatThrownBy(() ->
                            new CardReaderSettings(URI.create(url), "", Duration.ofSeconds(1), CardMapping.standard()))
                    .hasMessageContaining("expected: http://127.0.0.1");
        }
    }

    @Test
    void aKeyThatTheMappingDoesNotKnowIsNamed() {
        assertThatThrownBy(() -> CardMapping.of(ConfigFactory.parseString("nmae = x")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("nmae");
    }
}
