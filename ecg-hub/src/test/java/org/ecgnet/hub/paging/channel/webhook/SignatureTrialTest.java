package org.ecgnet.hub.paging.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.ecgnet.hub.paging.channel.webhook.SignatureTrial.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTrialTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
    private static final String TEXT = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final WebhookSecret SECRET = WebhookSecret.parse(TEXT);
    private static final WebhookSecret OLD = WebhookSecret.parse("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
    private static final WebhookSecret OTHER = WebhookSecret.parse("whsec_FxYVFBMSERAPDg0MCwoJCAcGBQQDAgEA");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIME = "1614265330";
    private static final String BODY = "{\"test\": 2432232314}";

    /** The example that the standard itself publishes. */
    @Test
    void thePublishedExampleIsGenuine() {
        var trial = new SignatureTrial(ID, TIME, BODY, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

        SignatureTrial.Result result = trial.by(List.of(OLD, SECRET), List.of(), NOW);

        assertThat(result.genuine()).isTrue();
        assertThat(result.secret()).contains(2);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "1614265029, TIMESTAMP_TOO_OLD",
        "1614265631, TIMESTAMP_IN_FUTURE",
        "1614265330000, TIMESTAMP_IN_MILLISECONDS",
        "yesterday, TIMESTAMP_NOT_SECONDS",
        "'', TIMESTAMP_MISSING",
    })
    void aTimeThatIsOffIsSaidEvenWhenTheSignatureIsRight(String timestamp, Fault fault) {
        var trial = new SignatureTrial(ID, timestamp, BODY, signed(ID + "." + timestamp + "." + BODY, SECRET));

        SignatureTrial.Result result = trial.by(List.of(SECRET), List.of(), NOW);

        assertThat(result.faults()).containsExactly(fault);
        assertThat(result.secret()).contains(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', SIGNATURE_MISSING",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=, SIGNATURE_WITHOUT_VERSION",
        "'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', SIGNATURE_OF_ANOTHER_VERSION",
        "'v1,g0hM9SsE-OTPJTGt_tmIKtSyZlE3uFJELVlNIOLJ1OE=', SIGNATURE_NOT_BASE64",
        "'v1,8368', SIGNATURE_OF_ANOTHER_LENGTH",
        "'v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', SIGNATURE_WRONG",
    })
    void aSignatureOfAnotherFormIsToldByItsForm(String signature, Fault fault) {
        assertThat(new SignatureTrial(ID, TIME, BODY, signature)
                        .by(List.of(SECRET), List.of(), NOW)
                        .faults())
                .containsExactly(fault);
    }

    @Test
    void theUsualMistakesAreFound() {
        String right = ID + "." + TIME + "." + BODY;
        assertThat(fault(BODY, signed(right + "\n", SECRET))).isEqualTo(Fault.BODY_END);
        assertThat(fault(BODY + "\n", signed(right, SECRET))).isEqualTo(Fault.BODY_END);
        assertThat(fault("{\r\n}", signed(ID + "." + TIME + ".{\n}", SECRET))).isEqualTo(Fault.BODY_LINE_ENDS);
        assertThat(fault("{\n}", signed(ID + "." + TIME + ".{\r\n}", SECRET))).isEqualTo(Fault.BODY_LINE_ENDS);
        assertThat(fault("\uFEFF" + BODY, signed(right, SECRET))).isEqualTo(Fault.BODY_BYTE_ORDER_MARK);
        assertThat(fault(BODY, signed(TIME + "." + BODY, SECRET))).isEqualTo(Fault.SIGNED_WITHOUT_ID);
        assertThat(fault(BODY, signed(BODY, SECRET))).isEqualTo(Fault.SIGNED_BODY_ONLY);
        assertThat(fault(BODY, signed(right, OTHER))).isEqualTo(Fault.SECRET_OF_ANOTHER);
        assertThat(fault(BODY.replace('3', '4'), signed(right, SECRET))).isEqualTo(Fault.SIGNATURE_WRONG);
        SECRET.misread()
                .forEach(wrong -> assertThat(fault(BODY, signed(right, wrong))).isEqualTo(Fault.SECRET_NOT_DECODED));
    }

    @Test
    void anIdThatIsMissingAndOneWithWhiteSpaceAreTold() {
        assertThat(new SignatureTrial("", TIME, BODY, signed("." + TIME + "." + BODY, SECRET))
                        .by(List.of(SECRET), List.of(), NOW)
                        .faults())
                .containsExactly(Fault.ID_MISSING);
        assertThat(new SignatureTrial(ID + " ", TIME, BODY, signed(ID + "." + TIME + "." + BODY, SECRET))
                        .by(List.of(SECRET), List.of(), NOW)
                        .faults())
                .containsExactly(Fault.ID_WHITE_SPACE);
    }

    @Test
    void oneGoodSignatureAmongOthersIsEnough() {
        String good = signed(ID + "." + TIME + "." + BODY, SECRET);

        assertThat(new SignatureTrial(ID, TIME, BODY, "v1a,xyz v1,bad " + good)
                        .by(List.of(SECRET), List.of(), NOW)
                        .genuine())
                .isTrue();
    }

    @Test
    void whatIsSaidHoldsNoSecretAndAFingerprintIsShort() {
        var trial = new SignatureTrial(ID, TIME, BODY, "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

        assertThat(trial.by(List.of(SECRET), List.of(), NOW).toString()).doesNotContain(TEXT.substring(6));
        assertThat(SECRET.fingerprint()).matches("[0-9a-f]{8}").isNotEqualTo(OLD.fingerprint());
        assertThat(WebhookSecret.parse(WebhookSecret.fresh(new java.security.SecureRandom())))
                .isNotEqualTo(SECRET);
    }

    private static Fault fault(String body, String signature) {
        return new SignatureTrial(ID, TIME, body, signature)
                .by(List.of(SECRET), List.of(OTHER), NOW)
                .faults()
                .get(0);
    }

    private static String signed(String text, WebhookSecret secret) {
        return StandardWebhooks.signature(text.getBytes(StandardCharsets.UTF_8), secret);
    }
}
