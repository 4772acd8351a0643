package org.ecgnet.hub.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.protocol.enrolment.EnrolmentCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentsIT {

    private static final SiteCode SITE = new SiteCode("dagou");

    @TempDir
    private Path folder;

    private Enrolments enrolments = new Enrolments(Path.of("."));
    private String secret = "";

    @BeforeEach
    void prepare() throws IOException {
        CountyAuthority authority = CountyAuthority.init(folder.resolve("ca"), List.of(), Instant.now());
        enrolments = new Enrolments(Files.createDirectories(folder.resolve("hub")));
        EnrolmentCode code = enrolments.prepare(authority, SITE, Instant.now());
        assertThat(code.names(authority.certificate())).isTrue();
        secret = code.secret();
    }

    @Test
    void theCodeTakesTheSitesKeyOnceAndNothingIsLeftBehind() throws IOException, GeneralSecurityException {
        Enrolments.Ready ready = enrolments.take(secret, Instant.now()).orElseThrow();

        assertThat(ready.site()).isEqualTo(SITE);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(ready.keyStore()), ready.password().toCharArray());
        assertThat(store.getCertificate(SITE.value()))
                .isInstanceOfSatisfying(X509Certificate.class, certificate -> assertThat(
                                certificate.getSubjectX500Principal().getName())
                        .isEqualTo("CN=dagou"));
        assertThat(enrolments.take(secret, Instant.now())).isEmpty();
        try (Stream<Path> left = Files.list(folder.resolve("hub/enrolment"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whileItWaitsOnlyItsOwnerMayReadItAndNothingTellsTheCode() throws IOException {
        try (Stream<Path> waiting = Files.list(folder.resolve("hub/enrolment"))) {
            assertThat(waiting).hasSize(2).allSatisfy(file -> {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(file.toString()).doesNotContain(secret);
            });
        }
    }

    @Test
    void ofManyWhoBringTheCodeAtOnceOneGetsIt() {
        List<Optional<Enrolments.Ready>> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> enrolments.take(secret, Instant.now()))
                .toList();

        assertThat(answers.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void anUnknownCodeAndOneOlderThanAWeekGetNothing() {
        assertThat(enrolments.take("0000000000000000", Instant.now())).isEmpty();
        assertThat(enrolments.take("../../../etc/passwd", Instant.now())).isEmpty();
        assertThat(enrolments.take(secret, Instant.now().plus(Duration.ofDays(8))))
                .isEmpty();
        assertThat(enrolments.take(secret, Instant.now())).as("and is gone").isEmpty();
    }
}
